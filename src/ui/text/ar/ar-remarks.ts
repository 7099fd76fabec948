import type { FileRemarks } from '../../state/words/wording.ts';

const correctLine = 'صحّح هذا السطر.';
const times = 'غيّر الأوقات في التقويم.';
const kept = 'هو مذكور في المشروع ويبقى في ملفه.';
const cutOff = 'قد يكون الملف مقطوعًا؛ احصل عليه من جديد.';
const rename = 'غيّر اسم أحدهما أو احذفه.';
const saveProject = 'احفظ مشروع Horarium: فهو يحتفظ بكل شيء.';
const ownProblem = 'استعمل الحل مع المسألة التي وُضع لها.';
const firstOfThem = 'أولها «{first}».';

const lost =
  '{what=rule:قواعد من النوع|ruleAsItIs:قواعد على حالها، من النوع|ruleInScope:قواعد بهذا النطاق وهذه الصرامة، من النوع|off:قواعد معطّلة|notEnforced:قواعد لا تُطبَّق|stays:أماكن يُفضَّل أن تبقى فيها الحصص|overlaps:تداخل المجموعات|ownStudents:طلاب لهم حصص خاصة|roomless:حصص في عدة قاعات (لا تُعطى قاعة)|firstRoom:حصص في عدة قاعات (تُعطى واحدة)|oneRoom:حصص بلا قاعة أو بعدة قاعات (تُعطى واحدة)|sharedRooms:قاعات لعدة حصص معًا (تتسع لواحدة)|blocks:حصص من عدة فترات (تُقسم)|instructors:حصص بعدة مدرّسين أو باختيار بينهم (تُعطى الأول)|chosenInstructors:حصص يُختار مدرّسها|noInstructor:حصص بلا مدرّس (تُعطى مدرّسًا خاصًا)|uneven:مقررات تختلف حصصها (تصير عدة مقررات)|emptyCourses:مقررات بلا حصص|penalties:جزاءات الأوقات والقاعات والمدرّسين|locks:التثبيت|travel:الطرق بين القاعات|buildings:المباني|roomChoices:القاعات الممكنة|events:حصص بهذه المجموعات والمدد والقاعات والمدرّسين|calendar:أيام التقويم وساعاته|groups:مجموعات في هذا الموضع بين غيرها}{?rule| «#»}';

/** What is said of files of other programs, in Arabic. */
export const remarks: FileRemarks = {
  '*.more': [
    'في الملف {more|عيب آخر|عيبان آخران|# عيوب أخرى|# عيبًا آخر} من هذا النوع.',
    'صحّح الأولى وافتح الملف من جديد؛ فكثيرًا ما تنتج البقية عنها.',
  ],
  '*.missing': ['العنصر «{element}» يحتاج إلى السمة «{name}».'],
  '*.number': ['يجب أن يكون «{name}» عددًا صحيحًا من {min} إلى {max}.'],
  '*.decimal': ['يجب أن يكون «{name}» عددًا من {min} إلى {max}.'],
  '*.bits': ['يجب أن يتكون «{name}» من أرقام 0 أو 1 وأحدها على الأقل 1، وعددها {count}.'],
  '*.slots': ['يجب أن تكون فترات اليوم ذي 24 ساعة بدقائق كاملة.'],
  '*.time': ['هذا الوقت لا يقع في يوم واحد.'],
  '*.notEnforced': ['يُحتفظ بـ«{kind}» ولا يُطبَّق.', kept],

  'xml.malformed': ['الملف ليس XML سليمًا.', 'احفظه من جديد ببرنامجه، أو صحّح هذا السطر.'],
  'xml.empty': ['ليس في الملف أي عنصر.'],
  'xml.doctype': ['يعرّف الملف كيانات خاصة به؛ ومثله لا يُقرأ.', 'احذف DOCTYPE من بداية الملف.'],
  'xml.tooDeep': ['العناصر متداخلة في أكثر من {most} مستوى.'],
  'xml.tooLarge': ['عناصر الملف أكثر من {most}.', 'بيانات الجداول أصغر من ذلك بكثير؛ تأكد من أنه الملف الصحيح.'],
  'json.syntax': [
    'الملف ليس JSON صحيحًا: {wanted=more:ينتهي النص قبل أوانه|colon:تُنتظر هنا نقطتان|name:يُنتظر هنا اسم بين علامتي تنصيص مزدوجتين|bracket:يُنتظر هنا القوس المقابل|comma:تُنتظر هنا فاصلة أو قوس إغلاق|value:تُنتظر هنا قيمة|end:يُنتظر أن ينتهي النص هنا}.',
    'صحّح هذا الموضع، أو احفظ الملف في مصدره من جديد.',
  ],
  'json.unreadable': ['لا يمكن قراءة الملف على أنه JSON.'],
  'json.refusedKey': ['الاسم «{name}» غير مسموح به.', 'غيّر اسم هذا المدخل أو احذفه.'],
  'json.tooDeep': ['النص متداخل في أكثر من {most} مستوى.', 'لا يتداخل أي ملف جداول هكذا.'],

  'asc.noLessons': ['ليس في الملف دروس.', 'صدّر من aSc الجدول كله، بدروسه وبطاقاته.'],
  'asc.tooManyGroups': ['لصف أكثر من {most} مجموعة.'],
  'asc.unknownReference': [
    'درس أو مجموعة تذكر ما ليس في الملف: {what=subject:مادة|teacher:مدرّس|class:صف|group:مجموعة|classroom:قاعة|student:طالب|daysdef:تعريف أيام|weeksdef:تعريف أسابيع|termsdef:تعريف فصول}.',
  ],
  'asc.tooManyTimes': ['لبعض الدروس أكثر من {most} وقت ممكن؛ وتُرك ما زاد.'],
  'asc.periodsPerWeek': [
    'في بعض الدروس لا تكفي حصص الأسبوع لعدد كامل من البطاقات.',
    'الباقي بطاقة أقصر، أو بطاقة تُعقد كل أسبوع؛ راجع هذه الدروس.',
  ],
  'asc.students': ['من يحضر ما يحضره صفه يُعدّ فيه ولا يُذكر.'],
  'asc.terms': ['أسابيع الفصول هي أسابيع دورة واحدة طويلة.'],
  'asc.timeOff': ['أوقات الفراغ قواعد عن التوفر؛ وما عليه علامة استفهام منها مرن.'],
  'asc.clock': ['أوقات الحصص لا يتبع بعضها بعضًا؛ وتُعرض من 08:00.', times],
  'asc.mask': ['يجب أن يتكون «{name}» من أرقام 0 و1، لا تزيد على {most}.'],
  'asc.masks': ['لـ«{name}» أكثر من {most} بديل.'],
  'asc.periods': ['البطاقة حصة واحدة على الأقل.'],
  'asc.unknownLesson': ['تُركت بطاقات دروس ليست في الملف.', firstOfThem],
  'asc.unknownPeriod': ['بطاقات في حصص ليست في الملف تبقى دون وضع.', firstOfThem],
  'asc.cutCard': ['بطاقات لا يتسع اليوم لها كلها؛ وتبقى دون وضع.', firstOfThem],
  'asc.unknownRoom': ['بطاقات تذكر قاعات ليست في الملف؛ وتُركت هذه القاعات.', firstOfThem],

  'ctt.clock': ['ليس في الملف أوقات؛ وتُعرض الساعات من 08:00.', times],
  'ctt.onlySolution': ['الحل وحده لا يكفي؛ تلزم مسألته.', 'أفلت ملف ctt معه.'],
  'ctt.section': ['القسم {section} غير موجود.', cutOff],
  'ctt.sectionTwice': ['يبدأ القسم {section} مرة ثانية.'],
  'ctt.header': ['سطر الترويسة «{key}» غير موجود.', 'أضفه فوق القسم الأول.'],
  'ctt.headerCount': ['سطر الترويسة «{key}» غير موجود.', 'اذكر فيه عدد أسطر القسم {section}.'],
  'ctt.headerLine': [
    'هذا ليس سطرًا من الترويسة.',
    'يبدأ الملف بالأسطر Name وCourses وRooms وDays وPeriods_per_day وCurricula وConstraints.',
  ],
  'ctt.headerTwice': ['هذا السطر من الترويسة مكرر.'],
  'ctt.count': [
    'تعلن الترويسة أن عدد أسطر {section} هو {announced}، وهو {found}.',
    `{end=cut:${cutOff}|whole:صحّح العدد أو القسم.}`,
  ],
  'ctt.curriculum': ['يعلن المنهج {id} أن عدد مقرراته {count}، ويذكر {found}.', 'صحّح العدد أو القائمة.'],
  'ctt.duplicate': ['{what=course:المقرر|room:القاعة|curriculum:المنهج} «{id}»: مذكور مرتين.', rename],
  'ctt.courseTwice': ['يذكر المنهج {id} المقرر {course} مرتين.', 'اذكر كل مقرر مرة.'],
  'ctt.fields': ['عدد حقول السطر {count}، وصيغته {form}.', 'افصل الحقول بمسافات أو علامات جدولة؛ ولا تكون في الأسماء.'],
  'ctt.unknownReference': [
    '{what=course:المقرر|room:القاعة} «{id}»: لا وجود لذلك.',
    'صحّح الاسم، أو أضفه إلى القسم {section}.',
  ],
  'ctt.number': [
    'يجب أن يكون {what=day:اليوم (بدءًا من 0)|period:رقم الحصة (بدءًا من 0)|lectures:عدد المحاضرات|workingDays:أقل عدد للأيام|students:عدد الطلاب|double:رمز المحاضرات المزدوجة|capacity:عدد المقاعد|courses:عدد مقررات المنهج|leastLectures:أقل عدد للمحاضرات في اليوم|mostLectures:أكثر عدد للمحاضرات في اليوم} عددًا صحيحًا من {min} إلى {max}.',
    '{wrong=missing:أضف العدد الناقص.|negative:لا معنى هنا للأعداد السالبة.|fraction:اكتبه دون كسر.|range:صحّح العدد.|letters:اكتب أرقامًا فقط.}',
  ],
  'ctt.repeated': ['السطر مكرر؛ ويُحسب مرة.'],
  'ctt.end': ['السطر الأخير «END.» غير موجود؛ وقد يكون الملف مقطوعًا.', 'قارن القسم الأخير بالأصل.'],
  'ctt.noSuitableRoom': [
    'لا قاعة تناسب المقرر «{course}»؛ وكل محاضرة له تخالف قاعدة.',
    'احذف أحد أسطره من القسم ROOM_CONSTRAINTS.',
  ],
  'ctt.notWritten': [`لا مقابل في مسألة ITC-2007 لما يلي: ${lost}.`],
  'ctt.addedRules': ['في مسألة ITC-2007 دائمًا هذه القواعد، وليست في المشروع هكذا.'],
  'solution.fields': [
    'يجب أن يكون السطر بالصيغة \u2066<course> <room> <day> <period>\u2069.',
    'افصل الحقول الأربعة بمسافات أو علامات جدولة.',
  ],
  'solution.tooMany': [
    'محاضرات المقرر «{course}» أقل من الأسطر هنا.',
    'احذف السطر، أو استعمل المسألة التي وُضع لها هذا الحل.',
  ],
  'solution.unknownReference': ['ليس في المسألة {what=course:المقرر|room:القاعة} «{id}».', ownProblem],
  'solution.missing': ['محاضرات بلا سطر: {missing} من {all}؛ وتبقى دون وضع.'],

  'fet.root': ['هذا ليس ملف FET: فعنصره الجذر ليس fet.'],
  'fet.version': ['تُقرأ ملفات FET من الإصدار 5.', 'افتح الملف في إصدار حديث من FET واحفظه.'],
  'fet.clock': ['أسماء الساعات ليست أوقاتًا؛ وتُعرض الساعات من 08:00.', times],
  'fet.timetable': ['في الملف جدول؛ وأوقاته وقاعاته غير مثبّتة هنا.', 'ما كان مثبتًا دائمًا في FET مثبت هنا أيضًا.'],
  'fet.percentages': [
    'النسب دون 100 صارت أوزان قواعد مرنة.',
    'يُشتق من النسبة وزن من 1 إلى 100. غيّره في قائمة القواعد.',
  ],
  'fet.weeks': ['لا يعبّر FET عن أسابيع مختلفة.', 'يخطّط FET أسبوعًا واحدًا يتكرر.'],
  'fet.times': [
    'يمكن أن تُعقد حصة في عدة أيام، أو لمدة غير مدتها، ولا يعبّر FET عن ذلك.',
    'يخطّط FET أسبوعًا واحدًا يتكرر.',
  ],
  'fet.mode': [
    'نمط الملف غير معروف؛ وتُقرأ أيامه أيامًا عادية.',
    'الأنماط هي Official وMornings_Afternoons وBlock_Planning وTerms.',
  ],
  'fet.modeLost': [
    'لم تعد الأيام توافق نمط الملف؛ ويُكتب بنمط Official.',
    'تحتاج الصباحات والمساءات إلى عدد زوجي من الأيام، والفصول إلى أيام متساوية.',
  ],
  'fet.noCommonRoom': [
    '{count|نشاط واحد يريد|نشاطان يريدان|# أنشطة تريد|# نشاطًا يريد} قاعات ينفي بعضها بعضًا؛ وسيُخالَف قيد لكل منها.',
    'احذف واحدًا منها.',
  ],
  'fet.virtualRoom': [
    'قاعات افتراضية تُقرأ قاعاتٍ عادية، وعددها {count}؛ ولا تُترك القاعات الحقيقية التي تحتاج إليها خالية.',
  ],
  'fet.notWritten': [`لا مقابل في FET لما يلي، وليس في الملف: ${lost}.`],
  'fet.field': ['الحقل {name} في {element} {state=missing:غير موجود|empty:فارغ}.', 'افتح الملف في FET وأكمله.'],
  'fet.truth': ['يجب أن يكون {name} إما true أو false.', correctLine],
  'fet.number': ['يجب أن يكون {name} عددًا صحيحًا من {min} إلى {max}.', correctLine],
  'fet.percentage': ['يجب أن يكون Weight_Percentage عددًا من 0 إلى 100.', correctLine],
  'fet.reference': [
    'ليس في الملف {what=students:المجموعة|tag:الوسم|teacher:المدرّس|subject:المادة|room:القاعة|day:اليوم|hour:الساعة|activity:النشاط} «{name}».',
    'صحّح الاسم، أو احذف ما يشير إليه.',
  ],
  'fet.duplicate': [
    'الاسم «{name}» مكرر في {what=days:الأيام|hours:الساعات|subjects:المواد|tags:الوسوم|teachers:المدرّسين|buildings:المباني|rooms:القاعات|activities:الأنشطة|students:المجموعات}.',
    'غيّر أحدهما في FET.',
  ],
  'fet.longName': ['لا تزيد الأسماء على {most} حرف.', 'اختصره في FET.'],
  'fet.count': ['تقول {list} إن العدد {said}، وفيها {found}.', 'صحّح العدد أو القائمة.'],

  'itc2019.repeated': ['تذكر الشعبة «{id}» وقتًا أو قاعة مرتين؛ ويُحسب الأقل كلفة.'],
  'itc2019.solution': ['هذا ليس حلًا لـ ITC-2019.'],
  'itc2019.solutionClass': ['ليست هذه الشعبة في المسألة؛ فتُركت.'],
  'itc2019.solutionTime': ['لا يجوز أن تكون الشعبة في هذا الوقت؛ فتبقى دون وضع.'],
  'itc2019.solutionRoom': ['لا يجوز أن تكون الشعبة في هذه القاعة؛ فتبقى بلا قاعة.'],
  'itc2019.moreRemarks': ['ملاحظات أخرى من هذا النوع: {more}.'],
  'itc2019.notWritten': [`لا مقابل في مسألة ITC-2019 لما يلي: ${lost}.`],

  'unitime.noClasses': [
    'ليس في الملف قائمة شعب.',
    'لا تُقرأ إلا مسائل برنامج جدولة المقررات، لا بيانات UniTime الأخرى.',
  ],
  'unitime.unit': ['وحدة التقاسم فترة واحدة على الأقل.'],
  'unitime.date': ['ليس للشعبة تواريخ بهذا المعرّف.'],
  'unitime.dateOrder': ['تواريخ الشعبة لا يتبع بعضها بعضًا.'],
  'unitime.dates': ['التواريخ أرقام 0 أو 1 لا تزيد على {most}.'],
  'unitime.noTime': ['تُركت الشعب التي لا وقت لها، كما يفعل UniTime.'],
  'unitime.unknownRequest': ['طلاب يطلبون ما ليس في الملف؛ فتُرك.'],
  'unitime.unknownClass': ['قيود تذكر شعبًا ليست في الملف؛ فتُركت منها.'],
  'unitime.sharing': [
    'بعض القاعات محجوزة لقسم في أوقات لا يجوز لغيره استعمالها.',
    'هذه الأوقات لا تُطبَّق؛ أما الأوقات الممنوعة على الجميع فتُطبَّق.',
  ],
  'unitime.together': ['شعب تُعقد معًا: لأولى كل مجموعة منها قاعة الجميع ومدرّسوهم.', 'والأخريات في وقتها.'],
  'unitime.weeks': ['تختلف التواريخ بطرق أكثر من أسابيع الدورة ({most}).', 'تُقرأ كل الشعب كأنها تُعقد كل أسبوع.'],
  'unitime.locations': ['للقاعات مواضع على خريطة؛ ولا يُحتفظ إلا بالطرق المعطاة بالدقائق.'],
  'unitime.discouraged': ['بعض القاعات غير محبّذة للجميع؛ وهذا لا يُطبَّق.'],
  'unitime.studentWeights': ['طلاب يُعدّون بأكثر من واحد أو أقل؛ وكل منهم هنا يُعدّ مرة.'],

  'scheduleEngine.text': ['يجب أن يكون «{field}» نصًا غير فارغ.', 'اكتبه بين علامتي تنصيص مزدوجتين.'],
  'scheduleEngine.textInList': ['يجب أن يكون هنا نص غير فارغ.'],
  'scheduleEngine.number': [
    'يجب أن يكون «{field}» {kind=any:عددًا|whole:عددًا صحيحًا} من {min} إلى {max}.',
    '{wrong=text:اكتبه دون علامتي تنصيص.|number:صحّح العدد.}',
  ],
  'scheduleEngine.weeklyHours': ['لا يزيد «{field}» على {most} ساعة في الأسبوع.', 'صحّح العدد.'],
  'scheduleEngine.list': ['يجب أن يكون «{field}» قائمة.', 'اكتبها بين قوسين مربعين.'],
  'scheduleEngine.record': ['يجب أن يكون كل مدخل في القائمة كائنًا.'],
  'scheduleEngine.subgroupForm': ['يجب أن تكون المجموعة الفرعية نصًا أو كائنًا فيه «id».'],
  'scheduleEngine.courseForm': ['يجب أن يكون المقرر نصًا أو كائنًا فيه «coursecode».'],
  'scheduleEngine.courseType': ['يجب أن يكون «coursetype» إما «Theory» أو «Practical».'],
  'scheduleEngine.duplicate': [
    '{what=course:المقرر|group:المجموعة|instructor:المدرّس|room:القاعة} «{id}»: سبق في {earlier}.',
    'أعط أحدهما معرّفًا آخر أو احذفه.',
  ],
  'scheduleEngine.subgroup': ['المجموعة «{id}» موجودة.', 'أعط المجموعة الفرعية معرّفًا آخر.'],
  'scheduleEngine.boolean': ['يجب أن يكون «NeedsScheduling» إما true أو false.'],
  'scheduleEngine.availability': ['يجب أن يكون «availability» كائنًا من أيام الأسبوع.'],
  'scheduleEngine.periods': ['يجب أن تكون أوقات اليوم قائمة.'],
  'scheduleEngine.weekday': ['«{day}» ليس يومًا من الأسبوع.', 'اكتب من Sunday إلى Friday.'],
  'scheduleEngine.clock': [
    'يجب أن يكون للوقت «start» و«end» بصيغة HH:MM.',
    'مثلًا: \u2066{"start": "10:15", "end": "13:00"}\u2069.',
  ],
  'scheduleEngine.periodEnd': ['يجب أن ينتهي الوقت بعد أن يبدأ.'],
  'scheduleEngine.hours': [
    'لا تذكر الملفات ساعات الدوام؛ وافتُرضت من {from}:00 إلى {to}:00، من الأحد إلى الجمعة.',
    'غيّر التقويم إن كانت الساعات غيرها.',
  ],
  'scheduleEngine.rounding': [
    'الفترات ساعات: {rounding=inward:لا تُحسب إلا الساعات الكاملة داخل وقت التوفر (10:15–13:00 يصير 11:00–13:00)|down:يُقرَّب طرفا وقت التوفر إلى الساعة الأدنى (14:25–16:55 يصير 14:00–16:00)}.',
  ],
  'scheduleEngine.unknownRounding': ['التقريب إما «inward» أو «down».'],
  'scheduleEngine.open': ['يجب أن يكون الدوام من 1 إلى 16 ساعة كاملة في يوم واحد.'],
  'scheduleEngine.instructorPerBlock': [
    'يمكن أن يُعطى كل جزء من مقرر مدرّسًا مؤهلًا آخر.',
    'ثبّت المدرّس حيث يجب أن يدرّس شخص واحد كل الأجزاء.',
  ],
  'scheduleEngine.unknownCourse': [
    'تحضر المجموعة {group} «{course}»، وليس في قائمة المقررات.',
    'أضف المقرر أو صحّح رمزه. وقد تُرك.',
  ],
  'scheduleEngine.notNeeded': ['مقررات معلّمة بأنها لا تُجدول فتُركت: {count} (منها ذات مجموعات: {enrolled}).'],
  'scheduleEngine.unattended': ['مقررات لا تحضرها أي مجموعة فتُركت: {count}.'],
  'scheduleEngine.partOfHour': ['أجزاء عملية أقل من ساعة: {count}؛ ويُخطَّط لكل منها ساعة كاملة.'],
  'scheduleEngine.fraction': [
    'مقررات فيها كسور ساعة لا تتسع لها فترات من ساعة: {count}؛ وقد حُذفت الكسور.',
    'أطل هذه الحصص إن كانت أنصاف الساعات مهمة.',
  ],
  'scheduleEngine.longPractical': [
    'أجزاء عملية أطول من {longest} ساعات: {count}؛ وقد قُسمت إلى أجزاء لا تزيد على {block}.',
  ],
  'scheduleEngine.noRoomWithFeature': [
    'لا قاعة فيها ما يحتاج إليه {id}؛ فتصلح أي قاعة عملية.',
    'أضف التجهيز إلى قاعة، أو صحّح كتابته.',
  ],
  'scheduleEngine.noRoom': ['لا قاعة تناسب {id}؛ فتصلح أي قاعة، وكل لقاء يخالف قاعدة.', 'أضف قاعة من النوع «{type}».'],
  'scheduleEngine.nobodyQualified': [
    'لا أحد مؤهل لـ {id}؛ فيصلح أي مدرّس، وكل لقاء يخالف قاعدة.',
    'أضف «{course}» ({type}) إلى مقررات مدرّس.',
  ],
  'scheduleEngine.neverAvailable': [
    '«{id}» لا يتوفر في أي ساعة دوام.',
    'صحّح الساعات، أو اترك «availability» فارغًا ليعني دائمًا.',
  ],
  'scheduleEngine.saturday': ['مداخل متوفرة يوم السبت ولا تدريس فيه: {count}؛ وتُركت تلك الساعات.'],
  'scheduleEngine.maxLoad': ['حدود الساعات الأسبوعية لـ{count|مدرّس واحد|مدرّسَين|# مدرّسين|# مدرّسًا} محفوظة ولا تُطبَّق.'],
  'scheduleEngine.twice': [
    'ملف ثانٍ فيه {part=courses:مقررات|groups:مجموعات|instructors:مدرّسون|rooms:قاعات}.',
    'أفلت ملفًا لكل من المقررات والمجموعات والمدرّسين والقاعات.',
  ],
  'scheduleEngine.wholeList': [
    'يجب أن يكون الملف قائمة {part=courses:مقررات|groups:مجموعات|instructors:مدرّسين|rooms:قاعات}.',
    'الملف كله قائمة واحدة بين قوسين مربعين.',
  ],
  'scheduleEngine.missing': [
    'قائمة {part=courses:المقررات|groups:المجموعات|instructors:المدرّسين|rooms:القاعات} غير موجودة.',
    'أفلت Course.json وGroups.json وInstructors.json وRooms.json معًا.',
  ],
  'scheduleEngine.ignored': ['«{field}» ليس إحدى القوائم الأربع فتُرك.'],
  'scheduleEngine.notRead': ['قوائم schedule-engine لهذا المشروع غير كاملة.', saveProject],
  'scheduleEngine.notWritten': [`لا مقابل في قوائم schedule-engine لما يلي: ${lost}.`],
};
