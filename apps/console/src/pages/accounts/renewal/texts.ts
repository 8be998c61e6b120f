import type { RenewalOutcome } from '@banso/domain/renewal';
import type { Catalogue } from '../../../texts/use-texts.ts';

type ByOutcome<T> = Readonly<Record<RenewalOutcome, T>>;

interface Shape {
  title: string;
  due: (day: string, near: string) => string;
  noDate: string;
  left: string;
  outcomes: ByOutcome<string>;
  decided: (due: string, on: string, by: string | undefined) => string;
  fromTo: (before: string, after: string) => string;
  takeBack: string;
  tookBack: string;
  dialog: ByOutcome<(name: string) => string>;
  dialogWhat: ByOutcome<(due: string) => string>;
  decidedOn: string;
  dayMissing: string;
  nextDueDate: string;
  notLater: (due: string) => string;
  save: string;
  said: ByOutcome<(name: string) => string>;
  overtaken: string;
  failed: string;
  failedWhat: string;
}

const en: Shape = {
  title: 'Renewals',
  due: (day, near) =>
    day === near ? `The contract ends on ${day}.` : `The contract ends on ${day}, ${near}.`,
  noDate: 'No renewal date is known. Set it above to say later what became of it.',
  left: 'The account has left. Nothing is due any more.',
  outcomes: { renewed: 'Renewed', churned: 'Did not renew' },
  decided: (due, on, by) => `Due ${due}, decided ${on}${by ? `, noted by ${by}` : ''}`,
  fromTo: (before, after) => `${before} → ${after}`,
  takeBack: 'Take back',
  tookBack: 'Taken back. The renewal is open again.',
  dialog: {
    renewed: (name) => `${name} renewed`,
    churned: (name) => `${name} did not renew`,
  },
  dialogWhat: {
    renewed: (due) =>
      `What was due on ${due} counts as renewed, however early or late. The renewal date moves on.`,
    churned: (due) =>
      `What was due on ${due} counts as not renewed. The account is marked as lost, without a renewal date and without recurring revenue.`,
  },
  decidedOn: 'Decided on',
  dayMissing: 'Enter the day.',
  nextDueDate: 'New contract ends on',
  notLater: (due) => `Enter a day after ${due}.`,
  save: 'Save',
  said: {
    renewed: (name) => `${name}: renewed.`,
    churned: (name) => `${name}: did not renew.`,
  },
  overtaken:
    'Somebody else changed the account meanwhile. Nothing was saved. Close this, look at the account, and say it again.',
  failed: 'The renewals could not be loaded',
  failedWhat: 'Nothing was lost.',
};

const ja: Shape = {
  title: '契約更新',
  due: (day, near) => (day === near ? `契約終了日は${day}です。` : `契約終了日は${day}（${near}）です。`),
  noDate: '更新日がわかりません。上で設定すると、結果を記録できます。',
  left: '解約済みのアカウントです。更新の予定はありません。',
  outcomes: { renewed: '更新', churned: '更新せず' },
  decided: (due, on, by) => `期日 ${due}、決定 ${on}${by ? `、記録 ${by}` : ''}`,
  fromTo: (before, after) => `${before} → ${after}`,
  takeBack: '取り消す',
  tookBack: '取り消しました。更新は未決定に戻りました。',
  dialog: {
    renewed: (name) => `${name}：契約を更新`,
    churned: (name) => `${name}：契約を更新せず`,
  },
  dialogWhat: {
    renewed: (due) =>
      `${due}が期日の契約を「更新」として数えます。決定が早くても遅くても同じです。更新日は次の日付に進みます。`,
    churned: (due) =>
      `${due}が期日の契約を「更新せず」として数えます。アカウントは解約となり、更新日はなくなり、継続収益は0になります。`,
  },
  decidedOn: '決定日',
  dayMissing: '日付を入力してください。',
  nextDueDate: '新しい契約の終了日',
  notLater: (due) => `${due}より後の日付を入力してください。`,
  save: '保存',
  said: {
    renewed: (name) => `${name}：更新を記録しました。`,
    churned: (name) => `${name}：更新しなかったことを記録しました。`,
  },
  overtaken:
    '他のメンバーが先にアカウントを変更しました。保存していません。閉じて内容を確かめ、もう一度記録してください。',
  failed: '契約更新を読み込めませんでした',
  failedWhat: 'データは失われていません。',
};

const ko: Shape = {
  title: '계약 갱신',
  due: (day, near) => (day === near ? `계약이 ${day}에 끝나요.` : `계약이 ${day}에 끝나요(${near}).`),
  noDate: '갱신일을 알 수 없어요. 위에서 정하면 나중에 결과를 기록할 수 있어요.',
  left: '해지한 고객사예요. 앞으로 갱신할 계약이 없어요.',
  outcomes: { renewed: '갱신함', churned: '갱신 안 함' },
  decided: (due, on, by) => `기한 ${due}, 결정 ${on}${by ? `, 기록 ${by}` : ''}`,
  fromTo: (before, after) => `${before} → ${after}`,
  takeBack: '되돌리기',
  tookBack: '되돌렸어요. 갱신은 다시 미정이에요.',
  dialog: {
    renewed: (name) => `${name}: 계약 갱신`,
    churned: (name) => `${name}: 계약 갱신 안 함`,
  },
  dialogWhat: {
    renewed: (due) =>
      `${due} 기한의 계약을 ‘갱신함’으로 세요. 결정이 이르거나 늦어도 같아요. 갱신일은 다음 날짜로 넘어가요.`,
    churned: (due) =>
      `${due} 기한의 계약을 ‘갱신 안 함’으로 세요. 고객사는 해지로 표시되고 갱신일이 없어지며 반복 매출은 0이 돼요.`,
  },
  decidedOn: '결정한 날',
  dayMissing: '날짜를 입력하세요.',
  nextDueDate: '새 계약이 끝나는 날',
  notLater: (due) => `${due}보다 뒤의 날짜를 입력하세요.`,
  save: '저장',
  said: {
    renewed: (name) => `${name}: 갱신을 기록했어요.`,
    churned: (name) => `${name}: 갱신하지 않았다고 기록했어요.`,
  },
  overtaken: '다른 사람이 먼저 고객사를 바꿨어요. 저장하지 않았어요. 닫고 내용을 확인한 뒤 다시 기록하세요.',
  failed: '계약 갱신을 불러오지 못했어요',
  failedWhat: '사라진 데이터는 없어요.',
};

/** The words of renewals. */
export const renewalTexts: Catalogue<Shape> = { en, ja, ko };
