import type { DemoLocale } from '../words.ts';

/** A name as its bearer writes it, and in the letters of an address. */
export interface NamePart {
  written: string;
  latin: string;
}

/** Reads `田中/tanaka 鈴木/suzuki`; without a slash the name is its own address. */
function parts(text: string): readonly NamePart[] {
  return text
    .trim()
    .split(/\s+/)
    .map((one) => {
      const [written = '', latin = written] = one.split('/');
      return { written, latin: latin.toLowerCase() };
    });
}

/** Family and given names of the people at the customers, by the language in which they are written to. */
export const NAMES: Readonly<
  Record<DemoLocale, { family: readonly NamePart[]; given: readonly NamePart[] }>
> = {
  ja: {
    family: parts(`
      佐々木/sasaki 高橋/takahashi 伊藤/ito 渡辺/watanabe 山本/yamamoto 中村/nakamura 小林/kobayashi 加藤/kato 吉田/yoshida
      山田/yamada 松本/matsumoto 井上/inoue 木村/kimura 清水/shimizu 斎藤/saito 山口/yamaguchi 森/mori 池田/ikeda
      橋本/hashimoto 石川/ishikawa 前田/maeda 岡田/okada 長谷川/hasegawa 村上/murakami 近藤/kondo 石井/ishii 遠藤/endo
      坂本/sakamoto 福田/fukuda 西村/nishimura 太田/ota 三浦/miura 岡本/okamoto 藤井/fujii 中島/nakajima 金子/kaneko
      原田/harada 小野/ono 竹内/takeuchi 和田/wada 中野/nakano 上田/ueda 宮崎/miyazaki 柴田/shibata 酒井/sakai
      工藤/kudo 横山/yokoyama 宮本/miyamoto 内田/uchida 高木/takagi`),
    given: parts(`
      由紀/yuki 直樹/naoki さくら/sakura 健/ken 美和子/miwako 翔太/shota 陽菜/hina 大輔/daisuke 彩/aya 拓也/takuya
      美咲/misaki 亮/ryo 真由美/mayumi 和也/kazuya 恵/megumi 涼/ryou 千尋/chihiro 悠斗/yuto 葵/aoi 誠/makoto
      麻衣/mai 隆/takashi 結衣/yui 達也/tatsuya 優子/yuko 蓮/ren 奈々/nana 剛/tsuyoshi 香織/kaori 修/osamu
      里奈/rina 浩/hiroshi 楓/kaede 慎一/shinichi 友美/tomomi 海斗/kaito 早紀/saki 学/manabu 理恵/rie 駿/shun`),
  },
  ko: {
    family: parts(`
      김/kim 이/lee 박/park 최/choi 정/jung 강/kang 조/cho 윤/yoon 장/jang 임/lim 한/han 오/oh 서/seo 신/shin 권/kwon
      황/hwang 안/ahn 송/song 류/ryu 홍/hong 문/moon 배/bae`),
    given: parts(`
      서연/seoyeon 민준/minjun 지우/jiwoo 하은/haeun 도윤/doyun 수빈/subin 예준/yejun 지민/jimin 현우/hyunwoo 유진/yujin
      시우/siwoo 채원/chaewon 준호/junho 소율/soyul 태윤/taeyun 다은/daeun 승현/seunghyun 나연/nayeon 건우/geonwoo
      은지/eunji 재현/jaehyun 가영/gayoung 동현/donghyun 미정/mijung 성민/sungmin 혜진/hyejin 우진/woojin 보라/bora
      정훈/junghoon 아름/areum`),
  },
  en: {
    family: parts(`
      Whitfield Lindqvist Okafor Mercer Delgado Novak Sutton Reyes Hollis Barrett Nakagawa Pemberton Quinn Ashby Fraser
      Iversen Kowalski Langley Moreau Nair Osei Petrov Rahman Santos Thorne Underwood Vance Weller Yates Zhang Abbott
      Brennan Castillo Doyle Ellison Farrow Gallagher Hargreaves Ibrahim Jansen Keating Lowell Madsen Norris Ortega
      Prescott Rourke Sinclair Tate Vaughan`),
    given: parts(`
      Dana Marta Emma Liam Noah Priya Sofia Owen Grace Felix Amara Jonas Ruth Theo Nadia Caleb Ingrid Marcus Leila Hugo
      Bea Dominic Clara Samuel Yara Victor Alice Rohan Helen Mateo Fiona Elias Naomi Gareth Lucia Patrick Zoe Andre
      Megan Tomas Iris Callum Renata Derek Astrid Wes`),
  },
};
