const EN = `a about above after again against all almost also although always am an and another any anyone anything are aren as ask at away back be because
been before behind being below best better between big both bit but by came can cannot could couldn did didn do does doesn doing don done down during each either else
enough even ever every everyone everything far feel felt few find first for found from get gets getting give go goes going gone good got great had hadn happen has hasn have haven having he
hello help her here hers him his how however if in into is isn it its itself just keep kind know last least less let like little ll long look lot lots love made make makes making many
may maybe me mean might mine more most much must my myself need needs never new next nice no nobody none nor not nothing now of off often ok okay on once one only onto or other others our
ours out over own per please quite rather re really right s said same say see seem seems several shall she should shouldn since so some someone something sometimes soon still such sure t take
than thank thanks that the their theirs them themselves then there these they thing things think this those though through time times to today together too took toward try trying two under until
up upon us use used user users uses using usually ve very want wanted was wasn way we well went were weren what whatever when where whether which while who whole whose why will wish with
within without won would wouldn yes yet you your yours yourself`;

const JA = `今回 以前 今後 非常 毎回 毎日 毎月 今月 先月 今年 最近 現在 時間 時々 場合 部分 全体 全部 一部 一番 一度 何度 以上 以下 程度 他社 自分 自社 弊社 御社 当社 皆様 社内 社員 担当
可能 必要 便利 大変 大切 大丈夫 問題 改善 希望 要望 期待 期待通 満足 感謝 感想 意見 利用 使用 活用 対応 確認 作業 業務 仕事 機能 画面 操作 設定 普通 特 方 人 点 物 事 的 今 後 前 中 上 下 良 多 少 思 言 出 入 見 行 来 使 助 本当 結構 色々
ありがとう ところ こちら サービス ツール システム チーム メンバー ユーザー`;

const KO = `그리고 그래서 하지만 그런데 그러나 또는 매우 아주 너무 정말 조금 많이 자주 항상 가끔 모두 전체 일부 지금 현재 이번 다음 지난 최근 오늘 매일 매번 매월 우리 저희 제가 저는 나는 이것 그것 저것 여기 거기
있는 있어 있어요 있습니다 있으면 있고 없는 없어 없어요 없습니다 없이 같은 같아 같아요 같습니다 좋은 좋아 좋아요 좋습니다 좋겠 좋겠어요 좋겠습니다 감사 감사합니다 사용 이용 필요 생각 부분 경우 정도 때문 기능 화면 서비스 팀원 사람 하나 한번
하는 해서 하면 하고 합니다 했어요 해요 되는 돼요 되면 됩니다 되어 안돼 그냥 바로 계속 다시 아직 이미 역시 특히 더욱 훨씬 가장 제일 다른 모든 여러 어떤 이런 그런 저런 위해 대한 통해 보다 위한 관련`;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that stand in answers to whatever was asked, and are no subject. */
export const STOP_WORDS: Readonly<Record<'en' | 'ja' | 'ko', ReadonlySet<string>>> = {
  en: setOf(EN),
  ja: setOf(JA),
  ko: setOf(KO),
};
