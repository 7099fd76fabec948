import type { RunEvent } from '../../../domain/runs/run-log.ts';
import type { VariantName } from '../../../domain/variants.ts';
import type { StopReason } from '../../../engine/run-contract/run-events.ts';
import type { RunSettings } from '../../../engine/run-contract/run-settings.ts';
import type { Translate } from '../../text/text.tsx';

interface Told {
  readonly settings: RunSettings;
  readonly variant: VariantName;
}

/** What an event of a run's log says. */
export function runEventText(event: RunEvent, { settings, variant }: Told, text: Translate): string {
  const { score = { unplaced: 0, hard: 0, soft: 0 }, generation = 0, name = '', code = '' } = event;
  switch (event.kind) {
    case 'started':
      return [
        text('logStarted', settings),
        ...(name === '' ? [] : [text('logStart', { name })]),
        ...(variant === 'balanced' ? [] : [text('logVariant', { name: text(`variant_${variant}`) })]),
      ].join('. ');
    case 'resumed':
      return text('logResumed', { generation });
    case 'first':
      return text('logFirst', score);
    case 'feasible':
      return text('logFeasible', score);
    case 'better':
      return score.hard > 0 ? text('logBetterHard', score) : text('logBetter', score);
    case 'steered':
      return event.score === undefined ? text('logSteered') : text('logSteeredScore', score);
    case 'retried':
      return text('logRetried', { generation });
    case 'ended':
      // The code of an end is its reason.
      return text('logEnded', { reason: text(`stopReason_${code as StopReason}`) });
    case 'failed':
      return text('runFailed', { cause: name });
    case 'kept':
      return text('logSaved', { name });
    default:
      return text(`log_${event.kind}`);
  }
}
