import type { Workspace } from './note.ts';

export const KANADE: Workspace = {
  folders: [
    { name: '現場', shared: true },
    { name: '打ち合わせ', shared: false },
    { name: '下書き', shared: false },
  ],
  teammates: [
    { name: '藤原 彩', email: 'aya.fujiwara@kanade.example', role: 'admin' },
    { name: '堀田 亮', email: 'ryo.hotta@kanade.example', role: 'editor' },
    { name: '三枝 千尋', email: 'chihiro.saegusa@kanade.example', role: 'editor' },
    { name: '野口 学', email: 'manabu.noguchi@kanade.example', role: 'viewer' },
  ],
  notes: [
    {
      id: 'library',
      title: '市立図書館 改修：基本設計の進め方',
      body: '! 閲覧室の天井は現状の高さを残す\n! 書架の並びは搬入経路を確認してから決める\n\n-> 堀田さん：構造の図面を27日までに確認\n-> 三枝さん：照明の候補を3案\n\n前回の打ち合わせで、館長から「子どもの声が届かない静かな席」への要望がありました。北側の窓際を候補にして、音の測定をしてから案にまとめます。',
      folder: '現場',
      author: '藤原 彩',
      daysAgo: 1,
      comments: ['音の測定は、開館前の8時台がよさそうです。（三枝）'],
    },
    {
      id: 'weekly',
      title: '週の予定と担当',
      body: '月　現場確認（図書館）\n火　模型づくり、来客14時\n水　打ち合わせ（保育園）\n木　申請書類の見直し\n金　共有会 16時から\n\n予定が変わったら、この表を直してから連絡してください。',
      folder: '打ち合わせ',
      author: '堀田 亮',
      daysAgo: 2,
      comments: [],
    },
    {
      id: 'nursery',
      title: '保育園 増築：見積もりの比較',
      body: '3社の差は、基礎の考え方の違いによるものでした。\n\n・A社：既存の基礎を補強\n・B社：新しく打ち直す\n・C社：補強、ただし工期が2週間長い\n\n園庭を使えない期間を短くしたいので、A社を軸に詳細を詰めます。',
      folder: '打ち合わせ',
      author: '藤原 彩',
      daysAgo: 4,
      comments: [],
    },
    {
      id: 'materials',
      title: '素材の見本帳：置き場所と借り方',
      body: '見本帳は入口の棚、上から木・石・金属・布の順です。持ち出すときは、名前と戻す日をこのノートの下に書いてください。',
      folder: '現場',
      author: '三枝 千尋',
      daysAgo: 9,
      comments: [],
    },
    {
      id: 'ideas',
      title: '秋の見学会 案',
      body: '行き先の候補：海辺の資料館、古い倉庫を使った市場。移動は電車で2時間以内。',
      folder: '下書き',
      author: '藤原 彩',
      daysAgo: 15,
      comments: [],
    },
  ],
};
