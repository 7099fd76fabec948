import { createPlural } from '../plural.ts';

const plural = createPlural('ar');

/** The forms of a noun beside a number: one of it, two of it, 3 to 10 of it, and the one for all other numbers. */
export interface Noun {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly other: string;
}

/** `مجموعة واحدة`, `مجموعتان`, `3 مجموعات`, `11 مجموعة`: one and two are said by the noun itself. */
export function many(count: number, noun: Noun): string {
  return plural(count, { one: noun.one, two: noun.two, few: `${count} ${noun.few}`, other: `${count} ${noun.other}` });
}

export const nouns = {
  event: { one: 'حصة واحدة', two: 'حصتان', few: 'حصص', other: 'حصة' },
  course: { one: 'مقرر واحد', two: 'مقرران', few: 'مقررات', other: 'مقررًا' },
  group: { one: 'مجموعة واحدة', two: 'مجموعتان', few: 'مجموعات', other: 'مجموعة' },
  instructor: { one: 'مدرّس واحد', two: 'مدرّسان', few: 'مدرّسين', other: 'مدرّسًا' },
  room: { one: 'قاعة واحدة', two: 'قاعتان', few: 'قاعات', other: 'قاعة' },
  student: { one: 'طالب واحد', two: 'طالبان', few: 'طلاب', other: 'طالبًا' },
  rule: { one: 'قاعدة واحدة', two: 'قاعدتان', few: 'قواعد', other: 'قاعدة' },
  time: { one: 'وقت ممكن واحد', two: 'وقتان ممكنان', few: 'أوقات ممكنة', other: 'وقتًا ممكنًا' },
  day: { one: 'يوم واحد', two: 'يومان', few: 'أيام', other: 'يومًا' },
  week: { one: 'أسبوع واحد', two: 'أسبوعان', few: 'أسابيع', other: 'أسبوعًا' },
  slot: { one: 'فترة واحدة', two: 'فترتان', few: 'فترات', other: 'فترة' },
  row: { one: 'صف واحد', two: 'صفان', few: 'صفوف', other: 'صفًا' },
  column: { one: 'عمود واحد', two: 'عمودان', few: 'أعمدة', other: 'عمودًا' },
  cell: { one: 'خلية واحدة', two: 'خليتان', few: 'خلايا', other: 'خلية' },
  card: { one: 'بطاقة واحدة', two: 'بطاقتان', few: 'بطاقات', other: 'بطاقة' },
  seat: { one: 'مقعد واحد', two: 'مقعدان', few: 'مقاعد', other: 'مقعدًا' },
  problem: { one: 'مشكلة واحدة', two: 'مشكلتان', few: 'مشكلات', other: 'مشكلة' },
  change: { one: 'تغيير واحد', two: 'تغييران', few: 'تغييرات', other: 'تغييرًا' },
  cover: { one: 'بديل واحد', two: 'بديلان', few: 'بدلاء', other: 'بديلًا' },
  run: { one: 'تشغيل واحد', two: 'تشغيلان', few: 'تشغيلات', other: 'تشغيلًا' },
  timetable: { one: 'جدول واحد', two: 'جدولان', few: 'جداول', other: 'جدولًا' },
  page: { one: 'صفحة واحدة', two: 'صفحتان', few: 'صفحات', other: 'صفحة' },
} as const satisfies Record<string, Noun>;
