/** One message between a customer and whoever looks after their account. */
export interface Letter {
  /** Day of the calendar. */
  day: number;
  /** Hour of the UTC day. */
  hour: number;
  from: 'customer' | 'team';
  text: string;
  /** A reply to the person's latest answer. */
  isAboutAnswer?: true;
  /** Hours until the customer has read it; absent: they have not. */
  readAfterHours?: number;
}

/** What somebody who is known by name and the team have written to each other, the oldest first. */
export interface Correspondence {
  externalId: string;
  letters: readonly Letter[];
}

/** Some wait for the team, some for the customer, some are done with. */
export const CORRESPONDENCES: readonly Correspondence[] = [
  {
    externalId: 'kn-u-1002',
    letters: [
      {
        day: -9,
        hour: 15.2,
        from: 'customer',
        text: 'Hi Daniel, could somebody walk our plant managers through the monthly report? Twenty minutes would do.',
      },
      {
        day: -9,
        hour: 17.6,
        from: 'team',
        text: 'Gladly. I have sent an invitation for Thursday at 10, with a template they can start from.',
        readAfterHours: 1.3,
      },
      { day: -8, hour: 14.9, from: 'customer', text: 'Thursday works. Thank you.' },
      {
        day: -8,
        hour: 16.1,
        from: 'team',
        text: 'See you then. If questions come up before, just write here.',
        readAfterHours: 22,
      },
      {
        day: -1,
        hour: 18.1,
        from: 'customer',
        text: 'One more thing: since the SSO change, three of us land on the login page again and again.\nIs that known?',
      },
    ],
  },
  {
    externalId: 'kn-u-1006',
    letters: [
      {
        day: -2,
        hour: 1.5,
        from: 'team',
        text: 'ご回答ありがとうございます。夜勤の引き継ぎにお使いいただけて、とても参考になりました。\n他館でもお役に立ちそうな点があれば、ぜひお聞かせください。',
        isAboutAnswer: true,
        readAfterHours: 3.5,
      },
      {
        day: -2,
        hour: 5.4,
        from: 'customer',
        text: '箱根の館でも同じひな形を使いたいのですが、フォルダーごと複製できますか。',
      },
    ],
  },
  {
    externalId: 'kn-u-1005',
    letters: [
      {
        day: -20,
        hour: 1.1,
        from: 'customer',
        text: '新しく入った方を一度に招待する方法はありますか。今月は8名です。',
      },
      {
        day: -20,
        hour: 3.2,
        from: 'team',
        text: 'はい、チーム画面の「まとめて招待」にメールアドレスを貼り付けるだけで大丈夫です。手順の資料もお送りしました。',
        readAfterHours: 0.6,
      },
      { day: -20, hour: 4.6, from: 'customer', text: 'すぐにできました。助かりました。' },
      {
        day: -20,
        hour: 6.3,
        from: 'team',
        text: 'よかったです。何かあれば、いつでもこちらからどうぞ。',
        readAfterHours: 17,
      },
    ],
  },
  {
    externalId: 'kn-u-1009',
    letters: [
      {
        day: -3,
        hour: 2.3,
        from: 'customer',
        text: '검토 요청을 보낼 때 마감일도 함께 넣을 수 있을까요?',
      },
      {
        day: -2,
        hour: 0.7,
        from: 'team',
        text: '네, 검토 요청 창의 날짜 칸에서 정하실 수 있어요. 다음 주에는 알림도 함께 보낼 수 있게 됩니다.',
      },
    ],
  },
  {
    externalId: 'kn-u-1004',
    letters: [
      {
        day: -1,
        hour: 4.2,
        from: 'team',
        text: '좋은 말씀 감사합니다. 모바일 회의록 공유를 다른 팀에도 소개해도 될까요?',
        isAboutAnswer: true,
      },
    ],
  },
  {
    externalId: 'kn-u-1007',
    letters: [
      {
        day: -6,
        hour: 18.2,
        from: 'customer',
        text: 'We will need ten more seats in January. Whom do I talk to?',
      },
      {
        day: -6,
        hour: 19.5,
        from: 'team',
        text: 'To me. I have put a quote for sixty seats into your shared folder; the price per seat stays the same.',
        readAfterHours: 0.4,
      },
    ],
  },
];
