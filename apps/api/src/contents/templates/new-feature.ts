import { type ContentTemplate, inStage } from './content-template.ts';
import { blocks, list, say } from './words.ts';

/** Waits in the panel; whoever looks for news finds it, nobody is interrupted. */
export const NEW_FEATURE: ContentTemplate<'announcement'> = {
  id: 'new-feature',
  kind: 'announcement',
  name: say('New feature', '新機能のお知らせ', '새 기능 안내'),
  purpose: say(
    'Tells what is new, for whom it is and what stays as it was. A badge: it waits until somebody looks.',
    '何が新しく、誰に役立ち、何が変わらないかを伝えます。バッジなので、開かれるまで静かに待ちます。',
    '무엇이 새롭고 누구에게 좋은지, 무엇이 그대로인지 알려요. 배지라서 열어 볼 때까지 기다려요.',
  ),
  adjust: say(
    'The feature itself and where the button leads.',
    '機能の内容とボタンのリンク先をご変更ください。',
    '기능 내용과 버튼이 여는 주소를 바꾸세요.',
  ),
  minutes: 1,
  body: () => ({
    mode: 'badge',
    title: say(
      'Reports can now send themselves',
      'レポートを自動で送れるようになりました',
      '이제 보고서가 저절로 가요',
    ),
    body: say(
      blocks(
        'You asked for fewer clicks on Monday mornings. From today any report can go out **by itself**, weekly or on a day of the month.',
        list(
          'Readers need no account',
          'Each one sees the numbers of that moment',
          'You can pause it at any time',
        ),
        'Reports that you send by hand stay as they are.',
      ),
      blocks(
        '「月曜の朝の作業を減らしたい」というご要望にお応えしました。今日から、どのレポートも毎週または毎月決まった日に**自動で**送れます。',
        list('受け取る方にアカウントは要りません', '開いた時点の数字が表示されます', 'いつでも停止できます'),
        '手動で送っているレポートは、これまでどおりです。',
      ),
      blocks(
        '월요일 아침의 클릭을 줄여 달라는 의견이 많았어요. 오늘부터 어떤 보고서든 매주 또는 매달 정한 날에 **저절로** 보낼 수 있어요.',
        list('받는 분은 계정이 없어도 돼요', '여는 순간의 숫자가 보여요', '언제든 멈출 수 있어요'),
        '직접 보내던 보고서는 그대로예요.',
      ),
    ),
    action: { label: say('Set one up', '設定してみる', '설정해 보기'), url: '/reports' },
  }),
  delivery: { audience: inStage('onboarding', 'adopting', 'established', 'at_risk') },
};
