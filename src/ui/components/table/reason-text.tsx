import type { JSX } from 'solid-js';
import type { CellReason } from '../../state/table/column.ts';
import { type Translate, useText } from '../../text/text.tsx';

/** Why a value cannot be, as a sentence. */
function reasonText(reason: CellReason, text: Translate): string {
  switch (reason.key) {
    case 'cellWhole':
      return text(reason.key, reason.parts);
    case 'cellWeeks':
      return text(reason.key, reason.parts);
    case 'cellPool':
      return text(reason.key, reason.parts);
    case 'cellUnknown':
      return text(reason.key, reason.parts);
    default:
      return text(reason.key);
  }
}

export function ReasonText(props: { readonly reason: CellReason }): JSX.Element {
  const text = useText();
  return <>{reasonText(props.reason, text)}</>;
}
