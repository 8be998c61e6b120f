import type { Catalogue } from '../../texts/use-texts.ts';

type Unit = 'contact' | 'account';

const en = {
  units: { account: 'Accounts', contact: 'People' } as Readonly<Record<Unit, string>>,
  unit: 'Who is assigned',
  unitHint: {
    account:
      'A whole account is in one group, with everybody in it, and counts as one. People without an account, or without an identity token that names it, get the content and are not counted.',
    contact:
      'Each person is assigned alone. People of one account can be in different groups and talk to each other.',
  } as Readonly<Record<Unit, string>>,
  control: 'Control group, %',
  controlHint:
    '1 to 50 per cent, chosen by chance once: nobody changes groups when others join. A larger group shows a difference sooner.',
  goal: 'What counts as success',
  goalHint: 'The name of an event that your product tracks for both groups, such as report_exported.',
  goalMissing: 'Name the event.',
  within: 'Days in which it counts',
  withinHint:
    'From the day after the assignment. Only those for whom all of these days are over are counted.',
  planned: 'Planned size of each group',
  plannedHint: 'Until that many are counted in both groups, the numbers are marked as too early.',
  helper: 'How many are needed?',
  base: 'Reach it without the content, %',
  smallest: 'Smallest difference worth seeing, points',
  needed: (n: string) => `${n} in each group show it in 4 of 5 experiments.`,
  impossible: 'Enter a share from 0 to 100 that stays there with the difference.',
  take: 'Use as planned size',
  results: 'What it did',
  running: (day: string) => `Since ${day}`,
  ended: (from: string, to: string) => `${from} to ${to}`,
  asOf: (day: string) => `as of ${day}, days in UTC`,
  nobody: 'Nobody is in it yet',
  nobodyWhat: {
    account:
      'Accounts join when one of their people would get it. People need an identity token that names their account.',
    contact: 'People join when they would get it.',
  } as Readonly<Record<Unit, string>>,
  tooEarly: 'Too early: these numbers can mislead',
  tooEarlyWhat: (smaller: string, planned: string) =>
    `The smaller group has ${smaller} of the ${planned} planned. Until then differences come and go by chance. Do not base a decision on them.`,
  mismatch: 'The groups are not as large as they should be',
  mismatchWhat: (control: string, content: string, percent: string) =>
    `The control group should be ${percent} %, but it has ${control} and the other group ${content}: by chance that happens in less than 1 of 1,000 experiments. Something else decides who is counted, or the share was changed. Do not trust the difference.`,
  mixed: 'The content was changed while this ran: one group is of several contents together.',
  more: (points: string, low: string, high: string) =>
    `Those with it reach the goal more often: ${points} points, from ${low} to ${high} with 95 % confidence.`,
  less: (points: string, low: string, high: string) =>
    `Those with it reach the goal less often: ${points} points, from ${low} to ${high} with 95 % confidence.`,
  none: (low: string, high: string) =>
    `No difference can be seen. What there is lies between ${low} and ${high} points with 95 % confidence.`,
  few: 'A group is too small for a difference.',
  caption: 'Both groups side by side',
  columns: { measure: 'Measure', control: 'Control group', content: 'With it', difference: 'Difference' },
  rows: {
    assigned: 'Assigned',
    exposed: 'Saw it',
    finished: 'Finished or answered it',
    completed: 'Finished or answered it',
    score: 'Score',
    activated: 'Reached the goal',
    days: 'Days to the goal, median of those who reached it',
    timeToValue: 'Days to the goal, mean of all',
    lost: 'Accounts that have left',
    renewed: 'Renewed, of those that came due',
  },
  ofAll: (count: string, n: string) => `${count} of ${n}`,
  share: (percent: string, low: string, high: string) => `${percent} % (${low} to ${high})`,
  points: (points: string, low: string, high: string) => `${points} points (${low} to ${high})`,
  days: (days: string, low: string, high: string) => `${days} days (${low} to ${high})`,
  span: (median: string, low: string, high: string) => `${median} (${low} to ${high})`,
  left: (hadGoal: number, waiting: number) =>
    `Not counted: ${hadGoal} who had reached the goal before, ${waiting} whose days are not over.`,
  method:
    'Counted by assignment, whatever they saw. In the mean of all, who did not reach the goal counts with all of the days: so it tells how much sooner a group gets there, where the median would compare only those who did. Intervals: 95 %, Wilson for shares, Newcombe for their difference, order statistics for the median, Welch for the mean.',
  renewals: {
    account: 'Renewals: of each account the first one that came due after its assignment, by its due date.',
    contact:
      'Renewals: each person counts with the first one of the account they belong to now that came due after their assignment. Where colleagues share an account, the interval is narrower than it should be.',
  } as Readonly<Record<Unit, string>>,
  renewalsNone: 'No renewal has come due since.',
  renewalsEarly: (smaller: string, planned: string) =>
    `Too early for renewals: the smaller group has ${smaller} decided ones of the ${planned} planned.`,
  undecided: (n: number) =>
    `${n} that came due have no outcome yet: they count as not renewed. It is noted on the page of the account.`,
  failed: 'The results did not load',
  failedWhat: 'The server did not answer.',
  tab: {
    none: 'No experiment',
    noneWhat:
      'Keep a part of the audience without this content to see what it really does. Both groups are counted from the moment at which they would get it.',
    plan: 'Plan an experiment',
    what: 'It begins when the draft is published. Those who have seen the content before keep it and are not counted.',
    title: 'Experiment',
    end: 'End the experiment',
    endWhat: 'From the next publication on everybody in the audience gets it.',
    everyone: 'Also for the control group of the workspace',
    everyoneHint: 'For what everybody has to know, such as an outage.',
    readOnly: 'You may look, but not change it.',
    published: 'The published experiment',
  },
  compared: (one: string, other: string) => `“${one}” against “${other}”`,
  variantMore: (points: string, low: string, high: string) =>
    `The first one leads to the goal more often: ${points} points, from ${low} to ${high}.`,
  variantLess: (points: string, low: string, high: string) =>
    `The first one leads to the goal less often: ${points} points, from ${low} to ${high}.`,
  variantNone: (low: string, high: string) =>
    `No difference can be seen. What there is lies between ${low} and ${high} points.`,
  score: { nps: 'NPS', csat: 'CSAT, top two', ces: 'CES, 5 to 7', rating: 'Rating, top two' },
  of: (score: string, low: string, high: string) => `${score} (${low} to ${high})`,
  against: (name: string, difference: string) => `against ${name}: ${difference}`,
  several: (n: number, level: string) =>
    `${n} comparisons are told together: each interval is widened to ${level} %, so that all of them hold in at least 95 of 100 experiments (Bonferroni).`,
  mismatchArms: (sizes: string) =>
    `There should be ${sizes}: by chance they differ as much in less than 1 of 1,000 experiments. Something else decides who is counted, so do not trust the comparison. Look for what keeps one group from being counted.`,
  size: (name: string, planned: string, found: string) => `${planned} % in “${name}” (${found} are)`,
  without: 'Control group',
  holdout: {
    title: 'Control group of the workspace',
    what: 'Keep some customers without any guide, survey or announcement, to see what all content achieves together. What everybody has to know can be marked as for everyone.',
    on: 'Keep a control group',
    saved: 'Saved. Open pages follow within a minute.',
    conflict: 'Somebody else changed it meanwhile. Nothing was saved; look at it and save again.',
    endWhat: 'Without it everybody gets everything again, and what was counted can not be compared any more.',
  },
};
const ja: typeof en = {
  units: { account: 'アカウント', contact: '人' },
  unit: '割り当ての単位',
  unitHint: {
    account:
      'アカウント全体が同じグループに入り、1件と数えます。アカウントがない人、または本人確認トークンでアカウントが確かめられない人には表示し、集計には含めません。',
    contact: '一人ずつ割り当てます。同じアカウントの人が別のグループに入り、互いに話すことがあります。',
  },
  control: '対照群（％）',
  controlHint:
    '1〜50％。無作為に一度だけ決まり、人が増えてもグループは変わりません。大きいほど差が早くわかります。',
  goal: '成果とするイベント',
  goalHint: '両方のグループで製品が記録するイベントの名前（例：report_exported）。',
  goalMissing: 'イベントの名前を入力してください。',
  within: '数える日数',
  withinHint: '割り当ての翌日から数えます。この日数を過ごし終えたものだけを集計します。',
  planned: '各グループの予定数',
  plannedHint: '両方のグループがこの数に達するまで、「判断にはまだ早い」と表示します。',
  helper: '必要な件数の計算',
  base: '表示しなくても達成する割合（％）',
  smallest: '見分けたい最小の差（ポイント）',
  needed: (n) => `各グループ ${n} 件あれば、5回の実験のうち4回で差が見えます。`,
  impossible: '差を加えても0〜100に収まる割合を入力してください。',
  take: '予定数にする',
  results: '効果',
  running: (day) => `${day}から`,
  ended: (from, to) => `${from}〜${to}`,
  asOf: (day) => `${day}時点、日付はUTC`,
  nobody: 'まだ対象がいません',
  nobodyWhat: {
    account:
      'アカウントの誰かが表示の対象になった時に加わります。アカウントを示す本人確認トークンが必要です。',
    contact: '表示の対象になった時に加わります。',
  },
  tooEarly: '判断にはまだ早く、数字は誤解のもとになります',
  tooEarlyWhat: (smaller, planned) =>
    `小さいほうのグループは予定 ${planned} のうち ${smaller} です。それまでは偶然だけで差が出たり消えたりします。この数字で判断しないでください。`,
  mismatch: 'グループの大きさが予定の割合と合いません',
  mismatchWhat: (control, content, percent) =>
    `対照群は ${percent} ％のはずですが、対照群 ${control}、表示したグループ ${content} です。偶然なら1,000回に1回未満です。ほかの原因があるか、割合が変更されました。この差は信用しないでください。`,
  mixed: '実施中に内容が変わったため、片方のグループは複数の内容を合わせたものです。',
  more: (points, low, high) =>
    `表示したグループのほうが多く達成しています：${points} ポイント（95％信頼区間 ${low}〜${high}）。`,
  less: (points, low, high) =>
    `表示したグループのほうが達成が少なくなっています：${points} ポイント（95％信頼区間 ${low}〜${high}）。`,
  none: (low, high) => `差は認められません。あるとしても ${low}〜${high} ポイントです（95％信頼区間）。`,
  few: '差を示すにはグループが小さすぎます。',
  caption: '二つのグループの比較',
  columns: { measure: '項目', control: '対照群', content: '表示グループ', difference: '差' },
  rows: {
    assigned: '割り当て',
    exposed: '見た',
    finished: '完了または回答',
    completed: '完了または回答',
    score: 'スコア',
    activated: '成果を達成',
    days: '成果までの日数（達成した人の中央値）',
    timeToValue: '成果までの日数（全体の平均）',
    lost: '解約したアカウント',
    renewed: '期日が来た契約のうち更新',
  },
  ofAll: (count, n) => `${n} のうち ${count}`,
  share: (percent, low, high) => `${percent} ％（${low}〜${high}）`,
  points: (points, low, high) => `${points} ポイント（${low}〜${high}）`,
  days: (days, low, high) => `${days}日（${low}〜${high}）`,
  span: (median, low, high) => `${median}（${low}〜${high}）`,
  left: (hadGoal, waiting) => `集計外：以前に達成していた ${hadGoal}、日数が終わっていない ${waiting}。`,
  method:
    '実際に見たかどうかにかかわらず、割り当てで数えます。全体の平均では、達成しなかったものは期間の全日数として数えます。達成したものだけの中央値では、選ばれたもの同士の比較になるためです。区間は95％（割合はWilson、差はNewcombe、中央値は順序統計量、平均はWelch）。',
  renewals: {
    account: '契約更新：各アカウントについて、割り当て後に最初に期日が来た契約を、期日で数えます。',
    contact:
      '契約更新：各人を、現在所属するアカウントで割り当て後に最初に期日が来た契約で数えます。同じアカウントの人が複数いると、区間は本来より狭くなります。',
  },
  renewalsNone: '割り当て後に期日が来た契約はまだありません。',
  renewalsEarly: (smaller, planned) =>
    `契約更新を判断するにはまだ早すぎます。少ない方のグループで結果が決まったのは、計画 ${planned} のうち ${smaller} です。`,
  undecided: (n) =>
    `期日が来て結果が未記録の契約が ${n} 件あり、更新していないものとして数えます。結果はアカウントのページで記録します。`,
  failed: '結果を読み込めませんでした',
  failedWhat: 'サーバーから応答がありません。',
  tab: {
    none: '実験なし',
    noneWhat:
      '対象の一部には表示しないことで、このコンテンツの本当の効果がわかります。両方のグループとも、表示されるはずの時点から数えます。',
    plan: '実験を計画',
    what: '下書きを公開すると始まります。すでに見た人には引き続き表示し、集計には含めません。',
    title: '実験',
    end: '実験を終える',
    endWhat: '次の公開から、対象の全員に表示されます。',
    everyone: 'ワークスペースの対照群にも表示',
    everyoneHint: '障害のお知らせなど、全員に必要なもののための設定です。',
    readOnly: '閲覧のみ可能です。',
    published: '公開中の実験',
  },
  compared: (one, other) => `「${one}」と「${other}」の比較`,
  variantMore: (points, low, high) =>
    `前者のほうが多く達成しています：${points} ポイント（${low}〜${high}）。`,
  variantLess: (points, low, high) =>
    `前者のほうが達成が少なくなっています：${points} ポイント（${low}〜${high}）。`,
  variantNone: (low, high) => `差は認められません。あるとしても ${low}〜${high} ポイントです。`,
  score: { nps: 'NPS', csat: 'CSAT（上位2段階）', ces: 'CES（5〜7）', rating: '評価（上位2段階）' },
  of: (score, low, high) => `${score}（${low}〜${high}）`,
  against: (name, difference) => `「${name}」との差：${difference}`,
  several: (n, level) =>
    `${n} 件の比較をまとめて示すため、区間をそれぞれ ${level}％に広げています。すべてが同時に成り立つのは100回の実験で少なくとも95回です（Bonferroni）。`,
  mismatchArms: (sizes) =>
    `予定は ${sizes} です。これほどの違いが偶然に生じるのは1,000回に1回未満です。ほかの原因があるため、比較を信用しないでください。集計から漏れているグループがないか確かめてください。`,
  size: (name, planned, found) => `「${name}」${planned}％（実際は ${found}）`,
  without: '対照群',
  holdout: {
    title: 'ワークスペースの対照群',
    what: '一部の顧客にガイド、アンケート、お知らせを何も表示しないことで、コンテンツ全体の効果がわかります。全員向けと指定したコンテンツは表示されます。',
    on: '対照群を置く',
    saved: '保存しました。開いているページには1分以内に反映されます。',
    conflict: '他のメンバーが先に変更しました。保存していません。内容を確かめて、もう一度保存してください。',
    endWhat: 'なくすと全員にすべて表示され、これまでの集計は比べられなくなります。',
  },
};
const ko: typeof en = {
  units: { account: '고객사', contact: '사람' },
  unit: '배정 단위',
  unitHint: {
    account:
      '고객사 전체가 한 그룹에 들어가고 하나로 집계해요. 고객사가 없거나 신원 토큰으로 고객사가 확인되지 않은 사람에게는 보여 주고 집계에서는 빼요.',
    contact: '한 사람씩 배정해요. 같은 고객사 사람이 서로 다른 그룹에 들어가 이야기를 나눌 수 있어요.',
  },
  control: '대조군(%)',
  controlHint:
    '1~50%. 무작위로 한 번만 정해지고 사람이 늘어도 그룹이 바뀌지 않아요. 클수록 차이가 빨리 보여요.',
  goal: '목표 이벤트',
  goalHint: '두 그룹 모두에서 제품이 기록하는 이벤트 이름(예: report_exported).',
  goalMissing: '이벤트 이름을 입력하세요.',
  within: '집계 기간(일)',
  withinHint: '배정 다음 날부터예요. 이 기간이 모두 지난 경우만 집계해요.',
  planned: '그룹별 계획 수',
  plannedHint: '두 그룹이 모두 이 수를 채울 때까지 ‘아직 일러요’라고 표시해요.',
  helper: '얼마나 필요한가요?',
  base: '콘텐츠 없이도 달성하는 비율(%)',
  smallest: '확인하고 싶은 최소 차이(포인트)',
  needed: (n) => `그룹별로 ${n} 정도면 실험 다섯 번 중 네 번은 차이가 보여요.`,
  impossible: '차이를 더해도 0~100 안에 있는 비율을 입력하세요.',
  take: '계획 수로 쓰기',
  results: '효과',
  running: (day) => `${day}부터`,
  ended: (from, to) => `${from} ~ ${to}`,
  asOf: (day) => `${day} 기준, 날짜는 UTC`,
  nobody: '아직 아무도 없어요',
  nobodyWhat: {
    account: '고객사의 누군가에게 보일 차례가 되면 들어와요. 고객사를 알려 주는 신원 토큰이 필요해요.',
    contact: '보일 차례가 되면 들어와요.',
  },
  tooEarly: '아직 일러요. 이 숫자는 오해를 부를 수 있어요',
  tooEarlyWhat: (smaller, planned) =>
    `작은 쪽 그룹이 계획 수 ${planned} 중 ${smaller}만 채웠어요. 그때까지는 우연만으로도 차이가 생기거나 사라져요. 이 숫자로 결정하지 마세요.`,
  mismatch: '그룹 크기가 정한 비율과 달라요',
  mismatchWhat: (control, content, percent) =>
    `대조군은 ${percent}%여야 하는데 대조군 ${control}, 받은 그룹 ${content}예요. 우연이라면 실험 1,000번 중 한 번도 되지 않아요. 다른 원인이 있거나 비율이 바뀌었어요. 이 차이는 믿지 마세요.`,
  mixed: '진행 중에 내용이 바뀌어서 한 그룹은 여러 내용을 합친 것이에요.',
  more: (points, low, high) =>
    `받은 그룹이 목표를 더 많이 달성했어요: ${points}포인트, 95% 신뢰 구간 ${low} ~ ${high}.`,
  less: (points, low, high) =>
    `받은 그룹이 목표를 덜 달성했어요: ${points}포인트, 95% 신뢰 구간 ${low} ~ ${high}.`,
  none: (low, high) => `차이가 보이지 않아요. 있다면 ${low} ~ ${high}포인트 사이예요(95% 신뢰 구간).`,
  few: '차이를 말하기에는 그룹이 너무 작아요.',
  caption: '두 그룹 비교',
  columns: { measure: '항목', control: '대조군', content: '받은 그룹', difference: '차이' },
  rows: {
    assigned: '배정됨',
    exposed: '콘텐츠를 봤음',
    finished: '완료 또는 응답',
    completed: '완료 또는 응답',
    score: '점수',
    activated: '목표 달성',
    days: '목표까지 걸린 일수(달성한 쪽의 중앙값)',
    timeToValue: '목표까지 걸린 일수(전체 평균)',
    lost: '해지한 고객사',
    renewed: '기한이 된 계약 중 갱신',
  },
  ofAll: (count, n) => `${n} 중 ${count}`,
  share: (percent, low, high) => `${percent}% (${low} ~ ${high})`,
  points: (points, low, high) => `${points}포인트 (${low} ~ ${high})`,
  days: (days, low, high) => `${days}일 (${low} ~ ${high})`,
  span: (median, low, high) => `${median} (${low} ~ ${high})`,
  left: (hadGoal, waiting) => `집계 제외: 이전에 이미 달성 ${hadGoal}, 기간이 남음 ${waiting}.`,
  method:
    '실제로 봤는지와 관계없이 배정을 기준으로 집계해요. 전체 평균에서 달성하지 못한 쪽은 기간의 모든 날로 세요. 달성한 쪽만의 중앙값은 골라진 것끼리의 비교가 되기 때문이에요. 구간은 95%: 비율은 Wilson, 차이는 Newcombe, 중앙값은 순서 통계량, 평균은 Welch.',
  renewals: {
    account: '계약 갱신: 고객사마다 배정 뒤 처음으로 기한이 된 계약을 기한 날짜로 집계해요.',
    contact:
      '계약 갱신: 사람마다 지금 속한 고객사에서 배정 뒤 처음으로 기한이 된 계약으로 집계해요. 같은 고객사 사람이 여럿이면 구간이 실제보다 좁아져요.',
  },
  renewalsNone: '배정 뒤 기한이 된 계약이 아직 없어요.',
  renewalsEarly: (smaller, planned) =>
    `갱신을 말하기에는 아직 일러요. 작은 쪽 그룹에서 결과가 정해진 것이 계획 수 ${planned} 중 ${smaller}예요.`,
  undecided: (n) =>
    `기한이 됐지만 결과가 기록되지 않은 계약이 ${n}건 있고, 갱신하지 않은 것으로 집계해요. 결과는 고객사 페이지에서 기록해요.`,
  failed: '결과를 불러오지 못했어요',
  failedWhat: '서버가 응답하지 않았어요.',
  tab: {
    none: '실험 없음',
    noneWhat:
      '대상 일부에게 보여 주지 않으면 이 콘텐츠의 실제 효과를 알 수 있어요. 두 그룹 모두 보일 차례가 된 때부터 집계해요.',
    plan: '실험 계획하기',
    what: '초안을 게시하면 시작돼요. 이미 본 사람에게는 계속 보이고 집계에서는 빠져요.',
    title: '실험',
    end: '실험 끝내기',
    endWhat: '다음 게시부터 대상 모두에게 보여요.',
    everyone: '워크스페이스 대조군에도 보이기',
    everyoneHint: '장애 알림처럼 모두가 알아야 하는 것에 쓰세요.',
    readOnly: '볼 수만 있고 바꿀 수는 없어요.',
    published: '게시된 실험',
  },
  compared: (one, other) => `“${one}”와 “${other}” 비교`,
  variantMore: (points, low, high) =>
    `앞의 것이 목표를 더 많이 달성했어요: ${points}포인트, ${low} ~ ${high}.`,
  variantLess: (points, low, high) => `앞의 것이 목표를 덜 달성했어요: ${points}포인트, ${low} ~ ${high}.`,
  variantNone: (low, high) => `차이가 보이지 않아요. 있다면 ${low} ~ ${high}포인트 사이예요.`,
  score: { nps: 'NPS', csat: 'CSAT, 상위 2단계', ces: 'CES, 5~7', rating: '평점, 상위 2단계' },
  of: (score, low, high) => `${score} (${low} ~ ${high})`,
  against: (name, difference) => `“${name}” 대비: ${difference}`,
  several: (n, level) =>
    `비교 ${n}개를 함께 보여 주므로 구간을 각각 ${level}%로 넓혔어요. 실험 100번 중 적어도 95번은 모두 함께 맞아요(Bonferroni).`,
  mismatchArms: (sizes) =>
    `계획은 ${sizes}예요. 우연이라면 이만큼 다를 일은 실험 1,000번 중 한 번도 되지 않아요. 다른 원인이 있으니 비교를 믿지 마세요. 집계에서 빠지는 그룹이 있는지 확인하세요.`,
  size: (name, planned, found) => `“${name}” ${planned}% (실제 ${found})`,
  without: '대조군',
  holdout: {
    title: '워크스페이스 대조군',
    what: '일부 고객에게 가이드, 설문, 공지를 전혀 보여 주지 않고 콘텐츠 전체의 효과를 확인해요. 모두에게 보이도록 정한 콘텐츠는 그대로 보여요.',
    on: '대조군 두기',
    saved: '저장했어요. 열린 페이지에는 1분 안에 반영돼요.',
    conflict: '다른 사람이 먼저 바꿨어요. 저장하지 않았으니 확인하고 다시 저장하세요.',
    endWhat: '없애면 모두에게 다시 모든 콘텐츠가 보이고 지금까지의 집계는 더 이상 비교할 수 없어요.',
  },
};
/** Words about experiments, where they are planned and read. */
export const experimentTexts: Catalogue<typeof en> = { en, ja, ko };
