import type { sideBySideTexts as english } from '../en-side-by-side.ts';
import { many, nouns } from './words.ts';

export const sideBySideTexts: typeof english = {
  variantsTitle: 'عدة صيغ',
  variantsHint: 'تشغيل لكل من هذه، واحدًا بعد الآخر؛ ثم تُقارن الجداول جنبًا إلى جنب.',
  variantsStart: (p: { count: number }) =>
    `توليد ${many(p.count, { one: 'صيغة واحدة', two: 'صيغتين', few: 'صيغ', other: 'صيغة' })}`,
  variantsCompare: 'مقارنة الجداول جنبًا إلى جنب',
  besideTitle: 'جنبًا إلى جنب',
  besideNeedsTwo: 'لا شيء للمقارنة قبل وجود جدولين.',
  besideJudging: 'يُقيَّم كل جدول بكل قاعدة…',
  besideChoose: 'الجداول',
  besideMost: (p: { most: number }) => `أقصى عدد جنبًا إلى جنب: ${p.most}.`,
  besideRank: 'الترتيب',
  besideRecommended: 'موصى به',
  besideAdopted: 'معتمد',
  besideAdopt: 'اعتماد هذا',
  besideAdoptThis: (p: { name: string }) => `اعتماد «${p.name}»`,
  besideAdoptedNow: (p: { name: string }) => `«${p.name}» هو الجدول المعروض من الآن.`,
  besideRead: 'قراءة',
  besideMark: (p: { name: string }) => `تحديد «${p.name}»`,
  besideDiscard: (p: { count: number }) =>
    p.count === 0
      ? 'حذف الجداول المحددة'
      : `حذف ${many(p.count, { one: 'جدول محدد واحد', two: 'جدولين محددين', few: 'جداول محددة', other: 'جدولًا محددًا' })}`,
  besideDiscarded: (p: { count: number }) => `حُذف ${many(p.count, nouns.timetable)}.`,
  besideMarkOthers: 'تحديد الكل عدا الموصى به',
  besideMeasure: 'الأقل أفضل',
  besideBest: 'الأفضل',
  besideBase: 'تُقارن الأيام بأيام',
  besideGroup_score: 'التقييم حسب أوزان المشروع',
  besideGroup_people: 'الأشخاص',
  besideGroup_rules: 'القواعد',
  beside_unplaced: 'غير موضوعة',
  beside_hard: 'صارم',
  beside_soft: 'مرن',
  beside_groupWishes: 'مجموعات لم يتحقق لها شيء ما',
  beside_groupDays: 'مجموعات في أيام أخرى',
  beside_groupGaps: 'فراغات المجموعات في الأسبوع',
  beside_instructorWishes: 'مدرّسون لم يتحقق لهم شيء ما',
  beside_instructorDays: 'مدرّسون في أيام أخرى',
  beside_instructorGaps: 'فراغات المدرّسين في الأسبوع',
  besideReason_only: 'هو الوحيد في المقارنة.',
  besideReason_unplaced: (p: { less: number; over: string }) =>
    `الحصص غير الموضوعة فيه أقل مما في «${p.over}»، والفرق ${many(p.less, nouns.event)}.`,
  besideReason_hard: (p: { less: number; over: string }) =>
    `مخالفاته للقواعد الصارمة أقل من مخالفات «${p.over}»، والفرق ${many(p.less, { one: 'مرة واحدة', two: 'مرتان', few: 'مرات', other: 'مرة' })}.`,
  besideReason_soft: (p: { less: number; over: string }) =>
    `لا يوجد في المقارنة ما هو أقل كلفة: يكلّف التالي «${p.over}» أكثر بـ ${p.less}.`,
  besideReason_people: (p: { better: number; worse: number; of: number; less: number; over: string }) =>
    `من ${p.of} من المجموعات والمدرّسين حال ${p.better} أفضل مما مع «${p.over}»، وحال ${p.worse} أسوأ؛ ويكلّف أكثر بـ ${p.less}، أي 5٪ على الأكثر.`,
  besideReason_equal: (p: { over: string }) => `يساوي «${p.over}» قيمةً، وسبقه في هذه القائمة.`,
  besideRule:
    'القاعدة: أقل الحصص غير الموضوعة، ثم أقل المخالفات الصارمة، ثم أدنى كلفة مرنة حسب أوزان المشروع؛ إلا إذا كان جدول آخر بالسلامة نفسها أنسب لأكثر من نصف المجموعات والمدرّسين، بكلفة مرنة لا تزيد على 5٪ أكثر.',
};
