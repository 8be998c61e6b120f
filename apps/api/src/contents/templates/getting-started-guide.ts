import type { ContentTemplate } from './content-template.ts';
import { blocks, list, numbered, say } from './words.ts';

/** What somebody reads who looks for a beginning, and what the team links to from everywhere. */
export const GETTING_STARTED_GUIDE: ContentTemplate<'resource'> = {
  id: 'getting-started-guide',
  kind: 'resource',
  name: say('Getting-started article', 'はじめての方への記事', '시작 안내 글'),
  purpose: say(
    'One page for everybody who is new: the three ideas behind the product, the first half hour, and where to ask.',
    '初めての方に読んでもらう1ページです。基本の考え方3つ、最初の30分、質問先をまとめています。',
    '처음 쓰는 분을 위한 한 쪽이에요. 기본 생각 세 가지, 처음 30분, 물어볼 곳을 담았어요.',
  ),
  adjust: say(
    'The names of your own parts (workspace, project, report) and the links.',
    '製品内の名称（ワークスペース、プロジェクト、レポート）とリンクをご確認ください。',
    '제품에서 쓰는 이름(워크스페이스, 프로젝트, 보고서)과 링크를 확인하세요.',
  ),
  minutes: 4,
  body: () => ({
    type: 'article',
    title: say('Begin here', 'まずはここから', '여기서 시작하세요'),
    summary: say(
      'Three ideas, your first half hour, and where to ask.',
      '基本の考え方3つと、最初の30分、質問先です。',
      '기본 생각 세 가지와 처음 30분, 물어볼 곳이에요.',
    ),
    section: say('First steps', 'はじめに', '첫걸음'),
    tags: ['getting-started'],
    body: say(
      blocks(
        '## Three ideas',
        list(
          '**A workspace** is your company. Everybody in it can be found by name.',
          '**A project** is a piece of work with a beginning and an end. It belongs to the people whom you invite.',
          '**A report** answers one question and stays up to date by itself.',
        ),
        '## Your first half hour',
        numbered(
          'Create a project from something that is going on anyway.',
          'Invite one person and ask them what is missing.',
          'Put a date on the next step. You are reminded the day before.',
        ),
        'You can delete all of it later without harm.',
        '## Where to ask',
        'Write to us from the corner of this page. On working days you get an answer within four hours. Every change is announced [in the news](/news).',
      ),
      blocks(
        '## 基本の考え方3つ',
        list(
          '**ワークスペース**は会社全体です。参加している人は名前で探せます。',
          '**プロジェクト**は、始まりと終わりのある仕事です。招待した人だけが見られます。',
          '**レポート**は1つの問いに答えるもので、自動的に最新の状態になります。',
        ),
        '## 最初の30分',
        numbered(
          '今進めている仕事を1つ選んで、プロジェクトを作ります。',
          '1人招待して、足りないものがないかを聞きます。',
          '次のステップに期日を付けます。前日に通知が届きます。',
        ),
        'ここで作ったものは、後からすべて削除できます。',
        '## 困ったときは',
        '画面の隅のボタンからお問い合わせください。営業日は4時間以内にお返事します。変更点は[お知らせ](/news)に掲載しています。',
      ),
      blocks(
        '## 기본 생각 세 가지',
        list(
          '**워크스페이스**는 회사 전체예요. 함께 있는 사람을 이름으로 찾을 수 있어요.',
          '**프로젝트**는 시작과 끝이 있는 일이에요. 초대한 사람만 볼 수 있어요.',
          '**보고서**는 질문 하나에 답하고, 저절로 최신 상태가 돼요.',
        ),
        '## 처음 30분',
        numbered(
          '지금 하고 있는 일로 프로젝트를 만드세요.',
          '한 사람을 초대해 빠진 것이 없는지 물어보세요.',
          '다음 단계에 날짜를 정하세요. 하루 전에 알려 드려요.',
        ),
        '여기서 만든 것은 나중에 모두 지울 수 있어요.',
        '## 궁금할 때는',
        '화면 구석의 단추로 물어보세요. 업무일에는 네 시간 안에 답해 드려요. 바뀐 점은 [소식](/news)에 올려요.',
      ),
    ),
  }),
};
