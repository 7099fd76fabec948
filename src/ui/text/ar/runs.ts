import type { runTexts as english } from '../en-runs.ts';
import { many } from './words.ts';

export const runTexts: typeof english = {
  generateQueue: 'إضافة إلى قائمة الانتظار',
  queueTitle: 'قائمة الانتظار',
  queueCount: (p: { count: number }) =>
    many(p.count, {
      one: 'تشغيل واحد ينتظر أو يعمل',
      two: 'تشغيلان ينتظران أو يعملان',
      few: 'تشغيلات تنتظر أو تعمل',
      other: 'تشغيلًا ينتظر أو يعمل',
    }),
  queueHold: 'تعليق قائمة الانتظار',
  queueGoOn: 'متابعة قائمة الانتظار',
  queueIsHeld: 'قائمة الانتظار معلّقة: لا يبدأ أي تشغيل آخر.',
  queueDone: 'المنجز',
  queueTime: 'المنقضي',
  queueRemaining: 'الباقي تقريبًا',
  queueElsewhere: 'في علامة تبويب أخرى',
  queueEarlier: (p: { name: string }) => `تقديم: ${p.name}`,
  queueLater: (p: { name: string }) => `تأخير: ${p.name}`,
  queuePause: (p: { name: string }) => `إيقاف مؤقت: ${p.name}`,
  queueResume: (p: { name: string }) => `متابعة: ${p.name}`,
  queueStop: (p: { name: string }) => `توقف واحتفظ بالأفضل: ${p.name}`,
  queueRemove: (p: { name: string }) => `إزالة من قائمة الانتظار: ${p.name}`,
  queueBackground:
    'تستمر التشغيلات وأنت تعمل في مكان آخر. قد يبطئ المتصفح علامة تبويب في الخلفية أو يجمّدها توفيرًا للطاقة، والجهاز النائم لا يفعل شيئًا: أبقِ علامة التبويب ظاهرة لتبلغ السرعة الكاملة. علامة تبويب واحدة تدير التشغيلات؛ وإذا أغلقتها تولّت ذلك علامة تبويب مفتوحة أخرى.',
  tellAtEnd: 'أخبرني عند انتهاء تشغيل',
  tellDenied: 'لا يسمح المتصفح بإشعارات هذه الصفحة؛ ويظهر ذلك في عنوان علامة التبويب.',
  knownTitle: 'هذه النتيجة لديك بالفعل.',
  knownExact: 'شُغّلت البيانات والإعدادات والبذرة نفسها من قبل، وستعطي الجدول نفسه مرة أخرى.',
  knownByClock:
    'شُغّلت البيانات والإعدادات والبذرة نفسها من قبل. وكان ذلك التشغيل محكومًا بالوقت، فقد تعطي إعادته جدولًا مختلفًا قليلًا.',
  knownOpen: 'فتحها',
  knownAgain: 'التشغيل من جديد',
  runPercent: (p: { percent: string }) => `أُنجز ${p.percent}`,
  runWaiting: 'يبدأ عندما يأتي دوره.',
  runRetry: 'محاولة أخرى',
  runNotStored: (p: { cause: string }) =>
    `لا يمكن تخزين هذا التشغيل: ${p.cause} يستمر في الذاكرة؛ احفظ جدوله في ملف عندما ينتهي.`,
  runSaveFile: 'حفظ الجدول في ملف',
  runSaveEvidence: 'حفظ الدليل (يتضمن بيانات المشروع)',
  logRetried: (p: { generation: number }) => `فُقدت عملية حساب؛ فيتابع الجميع من الجيل ${p.generation}`,
  log_queued: 'أُضيف إلى قائمة الانتظار',
  log_reseeded: 'نقطة استئنافه من إصدار آخر: يبدأ من جديد من أفضل جدول له',
  log_paused: 'توقف مؤقت',
  log_continued: 'يتابع',
  log_stopping: 'يتوقف عند أقرب نقطة آمنة',
  log_interrupted: 'انقطع',
  log_placed: 'لكل حصة مكانها',
  log_slept: 'نام الجهاز؛ ولا يُحسب ذلك الوقت',
};
