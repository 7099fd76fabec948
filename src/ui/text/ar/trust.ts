import type { trustTexts as english } from '../en-trust.ts';
import { many, type Noun, nouns } from './words.ts';

const project: Noun = { one: 'مشروع واحد', two: 'مشروعان', few: 'مشاريع', other: 'مشروعًا' };
const timetable: Noun = { one: 'جدول واحد', two: 'جدولان', few: 'جداول', other: 'جدولًا' };
const version: Noun = { one: 'إصدار واحد', two: 'إصداران', few: 'إصدارات', other: 'إصدارًا' };

export const trustTexts: typeof english = {
  backupTitle: 'نسخة احتياطية',
  backupHint:
    'ملف واحد فيه كل المشاريع وجداولها وإصداراتها وسجلها وتشغيلاتها. ما يعيده يُضاف إلى ما هو موجود؛ ولا يُستبدل شيء.',
  backupSave: 'حفظ نسخة احتياطية',
  backupSaving: 'جارٍ الحفظ…',
  backupRestore: 'استعادة نسخة احتياطية…',
  backupLast: 'آخر نسخة احتياطية',
  backupNever: 'أبدًا',
  backupUnsaved: 'تعديلات ليست في أي ملف بعد',
  backupFile: 'تُكتب تلقائيًا في',
  backupFileWaits: 'الملف المختار، لا يُكتب الآن',
  backupAgain: 'أعد المحاولة',
  backupDenied: 'لا يسمح المتصفح لهذه الصفحة بالكتابة في الملف.',
  backupGone: 'لم يعد الملف أو مجلده موجودًا.',
  backupFull: 'القرص ممتلئ.',
  backupInUse: 'برنامج آخر يستخدم الملف.',
  backupFileChoose: 'إبقاء ملف محدَّثًا…',
  backupFileStop: 'التوقف عن كتابة الملف',
  backupFileHint: 'يُكتب الملف بعد بضع دقائق من التغيير، ما دام المتصفح يسمح لهذه الصفحة بالكتابة فيه.',
  backupSaved: (p: { name: string; projects: number }) => `حُفظ ${many(p.projects, project)} باسم ${p.name}.`,
  backupFailed: (p: { cause: string }) => `تعذرت كتابة النسخة الاحتياطية: ${p.cause}`,
  backupReminder: (p: { edits: number }) =>
    `في هذا المتصفح وحده ${many(p.edits, nouns.change)}. هل تحفظ نسخة احتياطية؟`,
  backupAllow: (p: { name: string }) => `يجب سؤال المتصفح من جديد قبل إبقاء ${p.name} محدَّثًا.`,
  backupAllowButton: 'سماح',
  restoreTitle: 'استعادة نسخة احتياطية',
  restoreReading: 'جارٍ القراءة…',
  restoreOf: (p: { name: string; when: string }) => `${p.name}، حُفظت ${p.when}`,
  restoreProject: 'المشروع',
  restoreContents: 'المحتوى',
  restoreCounts: (p: { events: number; timetables: number; versions: number; steps: number }) =>
    [
      many(p.events, nouns.event),
      many(p.timetables, timetable),
      many(p.versions, version),
      many(p.steps, nouns.change),
    ].join('، '),
  restoreChanged: 'آخر تغيير',
  restoreWhat: 'ما يحدث',
  restoreVerdict_new: 'يُضاف',
  restoreVerdict_other: 'يُضاف بجانب الموجود',
  restoreHereNewer: (p: { when: string }) => `الموجود هنا أحدث: آخر تغيير ${p.when}.`,
  restoreHereOlder: (p: { when: string }) => `الموجود هنا أقدم: آخر تغيير ${p.when}.`,
  restoreInPlace: (p: { name: string }) => `يحل محله؛ ويبقى الموجود باسم ${p.name}`,
  restoreVerdict_equal: 'موجود بالفعل',
  restoreVerdict_damaged: 'لا يمكن فتحه',
  restoreNothing: 'كل ما في هذه النسخة موجود بالفعل.',
  restoreEmpty: 'لا مشروع في هذه النسخة.',
  restoreAdd: (p: { count: number }) => `إضافة ${many(p.count, project)}`,
  restoreAdded: (p: { count: number }) => `أُضيف ${many(p.count, project)}.`,
};
