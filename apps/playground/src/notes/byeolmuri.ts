import type { Workspace } from './note.ts';

export const BYEOLMURI: Workspace = {
  folders: [
    { name: '기획', shared: false },
    { name: '제작', shared: false },
    { name: '초안', shared: false },
  ],
  teammates: [
    { name: '박지우', email: 'jiwoo.park@byeolmuri.example', role: 'admin' },
    { name: '한도윤', email: 'doyun.han@byeolmuri.example', role: 'editor' },
    { name: '윤하은', email: 'haeun.yoon@byeolmuri.example', role: 'viewer' },
  ],
  notes: [
    {
      id: 'spring-list',
      title: '봄 출간 목록: 결정',
      body: '! 에세이 두 권, 그림책 한 권\n! 표지 시안은 두 가지까지만\n\n-> 한도윤: 번역 원고 25일까지\n-> 윤하은: 서점 소개문 초안\n\n그림책은 종이가 두꺼워 인쇄소와 먼저 이야기해요. 견적이 늦어지면 에세이를 앞으로 당겨요.',
      folder: '기획',
      author: '박지우',
      daysAgo: 1,
      comments: ['인쇄소 미팅은 목요일 오후가 좋아요. (도윤)'],
    },
    {
      id: 'proof',
      title: '교정 규칙',
      body: '띄어쓰기는 사내 규칙을 따르고, 애매하면 이 노트에 적어 두세요.\n\n· 숫자와 단위는 붙여 쓰기\n· 외래어는 표기법대로\n· 대화문 안의 말줄임표는 여섯 점',
      folder: '제작',
      author: '한도윤',
      daysAgo: 3,
      comments: [],
    },
    {
      id: 'bookshop-visit',
      title: '서점 방문 기록',
      body: '동네 서점 세 곳을 다녀왔어요. 소개문이 짧을수록 직원분들이 더 잘 읽는다고 해요. 다음 책부터는 세 줄로 줄여 봐요.',
      folder: '기획',
      author: '박지우',
      daysAgo: 6,
      comments: [],
    },
    {
      id: 'cover-brief',
      title: '표지 의뢰서 틀',
      body: '한 문장으로 된 책 소개\n독자가 느꼈으면 하는 것\n피하고 싶은 것\n참고할 책 세 권',
      folder: '제작',
      author: '한도윤',
      daysAgo: 11,
      comments: [],
    },
    {
      id: 'reading-day',
      title: '함께 읽는 날',
      body: '한 달에 한 번, 업무와 상관없는 책을 가져와서 읽어요. 다음은 다섯째 주 금요일.',
      folder: '초안',
      author: '박지우',
      daysAgo: 18,
      comments: [],
    },
  ],
};
