import type { ResourceBody } from '@banso/domain/content';
import { blocks, list, say } from '../words.ts';
import { draftOf } from './demo-content.ts';
import type { DemoContent } from './demo-content.ts';

const SECTION = say('Basics', '基本', '기본');

const FIND_AGAIN: ResourceBody = {
  type: 'article',
  title: say('Write notes people find again', 'あとで見つかるノートの書き方', '다시 찾기 쉬운 노트 쓰는 법'),
  summary: say(
    'Three habits that make a note useful a year later.',
    '1年後にも役に立つノートにする、3つの習慣です。',
    '1년 뒤에도 쓸모 있는 노트를 만드는 세 가지 습관이에요.',
  ),
  body: say(
    blocks(
      'Most notes are written once and looked for many times. Three habits decide whether they are found.',
      '## Say what it is in the title',
      '“Meeting 12 May” says when. “Prices for the autumn catalogue: decided” says what, and that it is over. Whoever searches in November types *autumn prices*, not a date.',
      '## Put the result on top',
      'Start with two lines that somebody can read while walking: what was decided, and who does what until when. Everything that led there comes below.',
      '## Link instead of copying',
      'Type `[[` and the beginning of a title. A linked note stays right when the other one changes; a copy is wrong from the first edit on.',
      '> A good test: hand the note to somebody who was not there. If they ask nothing, it is done.',
    ),
    blocks(
      'ノートは一度書かれ、何度も探されます。見つかるかどうかは、次の3つの習慣で決まります。',
      '## 題名で中身を言う',
      '「5月12日 会議」では、いつのことかしか分かりません。「秋カタログの価格：決定」なら、何の話で、もう決まったことまで伝わります。11月に探す人が入力するのは、日付ではなく「秋 価格」です。',
      '## 結論をいちばん上に置く',
      '最初の2行は、歩きながらでも読めるように書きます。何が決まったか、誰がいつまでに何をするか。そこに至るまでの話は、その下に続けます。',
      '## 写さずにリンクする',
      '`[[` に続けて題名のはじめを入力してください。リンクなら、元のノートが変わっても正しいままです。写した文は、最初の修正からずれ始めます。',
      '> 試しに、その場にいなかった人に読んでもらってください。質問が出なければ完成です。',
    ),
    blocks(
      '노트는 한 번 쓰고 여러 번 찾아요. 찾을 수 있느냐는 세 가지 습관에 달려 있어요.',
      '## 제목에서 내용을 말하기',
      '“5월 12일 회의”는 언제인지만 알려 줘요. “가을 카탈로그 가격: 결정”은 무엇이고 이미 끝났다는 것까지 알려 줘요. 11월에 찾는 사람은 날짜가 아니라 *가을 가격*을 입력해요.',
      '## 결론을 맨 위에 두기',
      '처음 두 줄은 걸으면서도 읽을 수 있게 쓰세요. 무엇이 정해졌고, 누가 언제까지 무엇을 하는지요. 거기까지의 과정은 그 아래에 적어요.',
      '## 복사하지 말고 연결하기',
      '`[[` 다음에 제목의 앞부분을 입력하세요. 연결한 노트는 원본이 바뀌어도 맞아요. 복사한 글은 첫 수정부터 틀려져요.',
      '> 그 자리에 없던 분에게 보여 주세요. 묻는 게 없으면 다 된 거예요.',
    ),
  ),
  section: SECTION,
  tags: ['writing', 'titles', 'links'],
};

const INVITE: ResourceBody = {
  type: 'article',
  title: say(
    'Invite your team and choose roles',
    'チームを招待して役割を決める',
    '팀을 초대하고 역할 정하기',
  ),
  summary: say(
    'Who should be an admin, an editor or a viewer, and what each can see.',
    '管理者・編集者・閲覧者の選び方と、それぞれに見える範囲です。',
    '관리자, 편집자, 뷰어를 고르는 법과 각각 볼 수 있는 범위예요.',
  ),
  body: say(
    blocks(
      'Open **Team** and paste addresses, one a line. Everybody gets a mail with a link that works for seven days.',
      '## Which role for whom',
      list(
        '**Admin**: invites people, sets roles, sees the bill. Two are enough; one alone is on holiday when it matters.',
        '**Editor**: writes and shares. The right choice for nearly everybody.',
        '**Viewer**: reads and comments. Good for partners, auditors and people in their first days.',
      ),
      '## What a new person sees',
      'Only folders that are shared with everybody, and those they were invited to. Drafts of others stay hidden, also from admins.',
      'Changing a role takes effect at once and keeps every note where it is.',
    ),
    blocks(
      '**チーム** を開き、メールアドレスを1行に1つずつ貼り付けます。届いたリンクは7日間有効です。',
      '## 役割の選び方',
      list(
        '**管理者**：招待、役割の変更、請求の確認ができます。2人がおすすめです。1人だけだと、肝心なときに休みということが起きます。',
        '**編集者**：書いて共有できます。ほとんどの方はこれで十分です。',
        '**閲覧者**：読むこととコメントができます。取引先や監査の方、入社したばかりの方に向いています。',
      ),
      '## 新しい人に見える範囲',
      '全員に共有されたフォルダと、招待されたフォルダだけが見えます。ほかの人の下書きは、管理者にも見えません。',
      '役割を変えるとすぐに反映されます。ノートの場所は変わりません。',
    ),
    blocks(
      '**팀**을 열고 메일 주소를 한 줄에 하나씩 붙여 넣으세요. 받은 링크는 7일 동안 쓸 수 있어요.',
      '## 누구에게 어떤 역할을',
      list(
        '**관리자**: 초대하고 역할을 바꾸고 청구 내역을 봐요. 두 분이면 충분해요. 한 분뿐이면 꼭 필요할 때 휴가 중일 수 있어요.',
        '**편집자**: 쓰고 공유해요. 거의 모든 분에게 알맞아요.',
        '**뷰어**: 읽고 댓글을 달아요. 협력사, 감사 담당자, 갓 들어온 분에게 좋아요.',
      ),
      '## 새로 온 분이 보는 것',
      '모두에게 공유된 폴더와 초대받은 폴더만 보여요. 다른 사람의 초안은 관리자에게도 보이지 않아요.',
      '역할을 바꾸면 바로 적용되고 노트는 그대로 있어요.',
    ),
  ),
  section: SECTION,
  tags: ['team', 'roles', 'invite'],
};

const SEARCH: ResourceBody = {
  type: 'article',
  title: say('Find anything in three words', '3語で見つける検索のこつ', '세 단어로 찾는 검색 요령'),
  summary: say(
    'Search understands people, folders and dates.',
    '人・フォルダ・日付でも探せます。',
    '사람, 폴더, 날짜로도 찾을 수 있어요.',
  ),
  body: say(
    blocks(
      'Press `/` anywhere and type. The order of the words does not matter, and two characters are enough in Japanese and Korean.',
      '## Narrow it down',
      list(
        '`by:emma` finds what Emma wrote last',
        '`in:projects` looks into one folder and those below',
        '`since:may` leaves out what is older',
        '`"exact words"` in quotation marks',
      ),
      '## When nothing comes up',
      'Take a word away instead of adding one. If the note is in a folder you are not in, search says how many hits are hidden, and whom you may ask.',
    ),
    blocks(
      'どの画面でも `/` を押すと検索できます。語順は問いません。2文字の言葉でも見つかります。',
      '## 絞り込む',
      list(
        '`by:彩`：彩さんが最後に書いたもの',
        '`in:企画`：フォルダとその下だけ',
        '`since:5月`：それより古いものを除く',
        '`"引き継ぎ"`：かぎかっこではなく、半角の引用符で囲むと完全一致',
      ),
      '## 何も出てこないとき',
      '言葉を足すより、1つ減らしてみてください。入っていないフォルダにある場合は、隠れている件数と、誰に聞けばよいかが表示されます。',
    ),
    blocks(
      '어느 화면에서나 `/`를 누르고 입력하세요. 단어 순서는 상관없고 두 글자여도 찾아요.',
      '## 좁혀서 찾기',
      list(
        '`by:지우`: 지우 님이 마지막으로 쓴 것',
        '`in:기획`: 폴더 하나와 그 아래만',
        '`since:5월`: 그보다 오래된 것은 빼기',
        '`"정확한 말"`: 따옴표로 묶으면 그대로',
      ),
      '## 아무것도 안 나올 때',
      '단어를 더하지 말고 하나를 빼 보세요. 들어가 있지 않은 폴더에 있으면 숨은 결과가 몇 개인지, 누구에게 물으면 되는지 알려 줘요.',
    ),
  ),
  section: SECTION,
  tags: ['search', 'shortcuts'],
};

const ROLES_CARD: ResourceBody = {
  type: 'article',
  title: say('Roles at a glance', '役割の早見表', '역할 한눈에 보기'),
  summary: say(
    'The short answer for this page.',
    'この画面でよくある質問への短い答えです。',
    '이 화면에서 자주 묻는 것에 대한 짧은 답이에요.',
  ),
  body: say(
    blocks(
      list(
        '**Viewer** reads and comments, and needs no seat',
        '**Editor** writes and shares: one seat',
        '**Admin** also invites and pays: one seat',
      ),
      'A pending invitation takes no seat. You can withdraw it here until it is accepted.',
    ),
    blocks(
      list(
        '**閲覧者**：読む・コメントする（席数に含まれません）',
        '**編集者**：書く・共有する（1席）',
        '**管理者**：招待と支払いも行う（1席）',
      ),
      '承諾されていない招待は席数に含まれません。承諾されるまで、ここで取り消せます。',
    ),
    blocks(
      list(
        '**뷰어**: 읽고 댓글을 달아요. 자리를 쓰지 않아요',
        '**편집자**: 쓰고 공유해요. 자리 하나',
        '**관리자**: 초대와 결제도 해요. 자리 하나',
      ),
      '수락하지 않은 초대는 자리를 쓰지 않아요. 수락하기 전에는 여기서 취소할 수 있어요.',
    ),
  ),
  section: SECTION,
  tags: ['roles', 'seats'],
};

const SHORTCUTS: ResourceBody = {
  type: 'article',
  title: say('Keyboard shortcuts worth learning', '覚えておきたいショートカット', '알아 두면 좋은 단축키'),
  summary: say('Six keys for every day.', '毎日使う6つのキーです。', '매일 쓰는 여섯 가지예요.'),
  body: say(
    list(
      '`/` search',
      '`n` new note',
      '`[[` link to a note',
      '`@` mention a person',
      '`⌘ .` hide everything but the text',
      '`?` show all of them',
    ),
    list(
      '`/` 検索',
      '`n` 新しいノート',
      '`[[` ノートへのリンク',
      '`@` メンション',
      '`⌘ .` 本文だけを表示',
      '`?` 一覧を表示',
    ),
    list('`/` 검색', '`n` 새 노트', '`[[` 노트 연결', '`@` 멘션', '`⌘ .` 본문만 보기', '`?` 모두 보기'),
  ),
  section: SECTION,
  tags: ['shortcuts'],
};

/** Guides for everybody's first days. */
export const BASICS: readonly DemoContent[] = [
  {
    kind: 'resource',
    slug: 'notes-people-find',
    name: 'Write notes people find again',
    createdOn: -278,
    by: 'haruka',
    versions: [
      { day: -276, by: 'haruka', note: '', draft: draftOf('resource', FIND_AGAIN, { priority: 9 }) },
    ],
  },
  {
    kind: 'resource',
    slug: 'invite-and-roles',
    tags: ['Onboarding'],
    name: 'Invite your team and choose roles',
    createdOn: -278,
    by: 'haruka',
    versions: [{ day: -276, by: 'haruka', note: '', draft: draftOf('resource', INVITE, { priority: 8 }) }],
  },
  {
    kind: 'resource',
    slug: 'search-in-three-words',
    name: 'Find anything in three words',
    createdOn: -190,
    by: 'seoyeon',
    versions: [{ day: -188, by: 'seoyeon', note: '', draft: draftOf('resource', SEARCH, { priority: 5 }) }],
  },
  {
    kind: 'resource',
    slug: 'roles-at-a-glance',
    name: 'Roles at a glance',
    createdOn: -64,
    by: 'ren',
    versions: [
      {
        day: -62,
        by: 'ren',
        note: 'Only where people choose a role',
        draft: draftOf('resource', ROLES_CARD, { pages: ['/playground/team*', '/team*'], priority: 4 }),
      },
    ],
  },
  {
    kind: 'resource',
    slug: 'keyboard-shortcuts',
    name: 'Keyboard shortcuts',
    createdOn: -6,
    by: 'seoyeon',
    versions: [],
    draft: { day: -2, by: 'seoyeon', draft: draftOf('resource', SHORTCUTS) },
  },
];
