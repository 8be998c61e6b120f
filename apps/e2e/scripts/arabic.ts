import type { ManagementApi } from '../src/demo/management-api.ts';

/** What the demo's contents say, in Arabic: so that pictures show a language that is read from the right. */
const WORDS: Readonly<Record<string, string>> = {
  'How are we doing?': 'ما رأيك بنا؟',
  'How likely are you to recommend Kumo Notes to a colleague at work?':
    'ما احتمال أن توصي زميلًا لك في العمل باستخدام Kumo Notes؟',
  'Not at all likely': 'غير محتمل إطلاقًا',
  'Extremely likely': 'محتمل جدًا',
  'What gets in your way most?': 'ما أكثر ما يعيقك؟',
  'What would make Kumo Notes better for you?': 'ما الذي يجعل Kumo Notes أفضل لك؟',
  'What do you like most?': 'ما أكثر ما يعجبك؟',
  'We pass it on to the people who built it.': 'سننقل ذلك إلى من صنعوه.',
  'Set up your team space': 'إعداد مساحة فريقك',
  'A short way to a space that your whole team uses. What a teammate does counts for all of you.':
    'طريق قصير إلى مساحة يستخدمها فريقك كله. وما ينجزه زميل يُحسب لكم جميعًا.',
  'Kick-off call': 'مكالمة البداية',
  'Write your first note': 'كتابة أول ملاحظة',
  'Invite two teammates': 'دعوة زميلين',
  'Connect your calendar': 'ربط تقويمك',
  'Share your first folder': 'مشاركة أول مجلد',
  'Agree where meeting notes live': 'الاتفاق على مكان محاضر الاجتماعات',
  'Your team space is ready. From here on it only gets easier.': 'مساحة فريقك جاهزة. ومن هنا يصبح الأمر أسهل.',
  'About the search': 'عن البحث',
  'How satisfied are you with the search?': 'ما مدى رضاك عن البحث؟',
  'Very dissatisfied': 'غير راضٍ أبدًا',
  'Very satisfied': 'راضٍ جدًا',
  'What was missing?': 'ما الذي كان ينقص؟',
  'It did not find the note': 'لم يجد الملاحظة',
  'Too many results': 'نتائج كثيرة جدًا',
  'It was slow': 'كان بطيئًا',
  'Something else': 'شيء آخر',
  'About inviting people': 'عن دعوة الآخرين',
  'Kumo Notes made it easy for me to invite my team.': 'سهّل عليّ Kumo Notes دعوة فريقي.',
  'Strongly disagree': 'لا أوافق بشدة',
  'Strongly agree': 'أوافق بشدة',
  'What do you look for most?': 'عمّ تبحث غالبًا؟',
  'Notes of meetings': 'محاضر الاجتماعات',
  Decisions: 'القرارات',
  'Who knows about something': 'من يعرف عن أمر ما',
  'What would you change first?': 'ما أول ما تغيّره؟',
  'The people who build the search read this.': 'يقرأ هذا من يصنعون البحث.',
  'What was hard?': 'ما الذي كان صعبًا؟',
  'This helps us.': 'هذا يساعدنا.',
  'Your contact at Kumo Notes reads this today.': 'سيقرأ مسؤولك في Kumo Notes هذا اليوم.',
  'This helps us to choose what comes next.': 'هذا يساعدنا في اختيار ما يأتي.',
  'Half an hour with your contact at Kumo Notes: what you want to be better at in three months, and who helps.':
    'نصف ساعة مع مسؤولك في Kumo Notes: ما الذي تريدون تحسينه خلال ثلاثة أشهر، ومن يساعد.',
  'Anything will do: the agenda of your next meeting is a good start. You can move it later.':
    'أي شيء يكفي: جدول اجتماعك القادم بداية جيدة. يمكنك نقله لاحقًا.',
  'Open notes': 'فتح الملاحظات',
  'Notes are worth more when somebody answers. Start with the two people you meet most often.':
    'تصبح الملاحظات أنفع حين يجيب أحد. ابدأ بأكثر شخصين تلتقيهما.',
  'Open team': 'فتح الفريق',
  'Every meeting then gets its note by itself, with the people who were invited.':
    'عندها يحصل كل اجتماع على ملاحظته تلقائيًا مع من دُعي إليه.',
  'Open settings': 'فتح الإعدادات',
  'Whoever joins the folder sees its old notes too, so begin with one where that is fine.':
    'من ينضم إلى المجلد يرى ملاحظاته القديمة أيضًا، فابدأ بمجلد لا بأس فيه بذلك.',
  'Open folders': 'فتح المجلدات',
  [`Ten minutes with your team are enough. Settle three things:

- which folder meeting notes go to
- who starts the note
- where decisions stand: we like the top`]: `عشر دقائق مع فريقك تكفي. اتفقوا على ثلاثة أمور:

- المجلد الذي توضع فيه المحاضر
- من يبدأ الملاحظة
- مكان القرارات: نفضّل أن تكون في الأعلى`,
};

/** Contents of the demo for whose every text there are words. */
const SPEAKING = {
  surveys: ['relationship-nps', 'search-csat', 'invite-ces'],
  checklists: ['getting-started'],
} as const;

/** Adds Arabic to every text that there are words for. */
function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inside]) => [key, translated(inside)] as const);
  const words = 'en' in value && typeof value.en === 'string' ? WORDS[value.en] : undefined;
  return Object.fromEntries(words === undefined ? entries : [...entries, ['ar', words]]);
}

/** Publishes some of the demo's contents in Arabic too. @throws {Error} when a text of them has no words. */
export async function speakArabic(api: ManagementApi): Promise<void> {
  for (const [noun, slugs] of Object.entries(SPEAKING)) {
    const contents = await api.list<{ id: string; slug: string }>(`/v1/${noun}`);
    for (const slug of slugs) {
      const path = `/v1/${noun}/${contents.find((one) => one.slug === slug)?.id}`;
      const { draft } = await api.get<Content>(path);
      const speaking = { ...draft, locales: [...draft.locales, 'ar'], body: translated(draft.body) };
      const { etag } = await api.send('PATCH', path, { draft: speaking }, '*');
      await api.send('POST', `${path}/publish`, {}, etag);
    }
  }
}

interface Content {
  draft: { locales: string[]; body: unknown };
}
