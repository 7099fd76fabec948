import { createRoot, createSignal } from 'solid-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { localDate, localDateOf } from '../../src/domain/local-date.ts';
import { believedMoment, expiryMoment } from '../../src/ui/state/run-history/retention.ts';
import { createThrottled } from '../../src/ui/state/throttled.ts';
import { setLocale } from '../../src/ui/state/words/locale.ts';
import {
  byteSize,
  duration,
  hoursOf,
  longDate,
  moment,
  percentage,
  tenthsOf,
  wholeNumber,
} from '../../src/ui/state/words/numbers.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  setLocale(undefined);
});

describe('a clock that is set back', () => {
  test('does not keep a throttled value from arriving', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 9, 25, 12) });
    const { shown, setSource, dispose } = createRoot((dispose) => {
      const [source, setSource] = createSignal(0);
      return { shown: createThrottled(source, 100), setSource, dispose };
    });
    setSource(1);
    expect(shown()).toBe(1);
    // as when the system gets the right time from the network
    vi.setSystemTime(Date.UTC(2026, 9, 25, 11));
    setSource(2);
    vi.advanceTimersByTime(100);
    expect(shown()).toBe(2);
    dispose();
  });

  test('removes fewer runs, never more', () => {
    const now = new Date(Date.UTC(2026, 9, 25, 12));
    const earlier = new Date(Date.UTC(2020, 0, 1));
    expect((expiryMoment(30, earlier) ?? '') < (expiryMoment(30, now) ?? '')).toBe(true);
  });

  test('shows a moment that is still to come with its date, and one of today by the time alone', () => {
    const now = new Date(2026, 9, 25, 1, 30);
    expect(moment(new Date(2026, 9, 26, 9, 5).toISOString(), now)).toMatch(/2026/);
    expect(moment(new Date(2026, 9, 25, 23, 59).toISOString(), now)).not.toMatch(/2026/);
    expect(moment('no date at all', now)).toBe('no date at all');
  });

  test('never shows a negative duration', () => {
    expect(duration(-3600)).toBe('0:00');
  });
});

describe('a date', () => {
  test('is that of the clock on the wall, not of Greenwich', () => {
    vi.stubEnv('TZ', 'Asia/Kathmandu');
    expect(localDateOf('2026-11-22T20:00:00.000Z')).toBe('2026-11-23');
    vi.stubEnv('TZ', 'America/Los_Angeles');
    expect(localDateOf('2026-11-23T03:00:00.000Z')).toBe('2026-11-22');
    expect(localDate(new Date(2026, 2, 29, 0, 5))).toBe('2026-03-29');
  });

  test('that cannot be read stays as it is written', () => {
    expect(localDateOf('long ago')).toBe('long ago');
  });
});

describe('runs that are removed by themselves', () => {
  const day = 86_400_000;
  const today = Date.UTC(2026, 9, 25, 12);
  /** What they are judged by on visits when the clock shows these moments, in days from today; null: not at all. */
  function judgedOn(...visits: readonly number[]): readonly (number | null)[] {
    const stored = new Map<string, string>();
    const setItem = (key: string, value: string) => void stored.set(key, value);
    vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem });
    return visits.map((visit) => {
      const judged = believedMoment(new Date(today + visit * day));
      return judged === null ? null : (judged.getTime() - today) / day;
    });
  }

  test('are judged by a visit that is a day old or more', () => {
    expect(judgedOn(0, 0.5, 1.25, 2, 40)).toEqual([null, null, 0, null, 1.25]);
  });

  test('stay where the clock is ahead for less than a day, and where it was set right again', () => {
    expect(judgedOn(0, 365, 365.9, 1, 2.5)).toEqual([null, 0, null, null, 1]);
    expect(judgedOn(365, 0, 1)).toEqual([null, null, 0]);
  });

  test('stay where the clock is behind', () => {
    expect(judgedOn(0, -365, 1, 2.5)).toEqual([null, null, -365, 1]);
  });

  test('stay where nothing can be noted', () => {
    const refuse = () => {
      throw new Error('blocked');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    expect(believedMoment(new Date(today))).toBeNull();
  });
});

describe.each(['en-GB', 'de-DE', 'ar-EG', 'fa-IR', 'ja-JP-u-ca-japanese', 'th-TH', 'hi-IN-u-nu-deva'])(
  'in %s',
  (language) => {
    test('numbers, dates and durations are written, each in one way', () => {
      setLocale(language);
      const now = new Date(2026, 2, 29, 1, 30);
      expect(wholeNumber(1234567)).toBe(new Intl.NumberFormat(language).format(1234567));
      expect(percentage(0.45)).not.toBe('');
      expect(tenthsOf(1.25)).not.toMatch(/NaN/);
      // a date without a time is the same day in every zone
      expect(longDate('2026-03-29')).toBe(
        new Date(Date.UTC(2026, 2, 29, 12)).toLocaleDateString(language, { dateStyle: 'full', timeZone: 'UTC' }),
      );
      expect(longDate('not a date')).toBe('not a date');
      expect(moment(now.toISOString(), now)).not.toMatch(/NaN|Invalid/);
      const [one, two, three] = [1, 2, 3].map((digit) => new Intl.NumberFormat(language).format(digit));
      const nought = new Intl.NumberFormat(language).format(0);
      expect(duration(3723)).toBe(`${one}:${nought}${two}:${nought}${three}`);
      expect(hoursOf(90)).toBe(`${one}:${three}${nought}`);
      expect(byteSize(2_000_000).startsWith(`${two}`)).toBe(true);
      expect(byteSize(2_000_000).endsWith(`${nought} MB`)).toBe(true);
    });
  },
);
