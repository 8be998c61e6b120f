import type { Workspace } from './note.ts';

export const TERN: Workspace = {
  folders: [
    { name: 'Projects', shared: true },
    { name: 'Practice', shared: true },
    { name: 'Drafts', shared: false },
  ],
  teammates: [
    { name: 'Emma Clarke', email: 'emma.clarke@tern.example', role: 'admin' },
    { name: 'Declan Byrne', email: 'declan.byrne@tern.example', role: 'editor' },
    { name: 'Aoife Nolan', email: 'aoife.nolan@tern.example', role: 'editor' },
    { name: 'Piotr Zielak', email: 'piotr.zielak@tern.example', role: 'viewer' },
  ],
  notes: [
    {
      id: 'handbook',
      title: 'How we work together',
      body: 'A short handbook for everybody at Tern. It says how we decide, where things live, and whom to ask. Keep it short, and change it when it stops being true.\n\nMeetings\nEvery meeting has a note before it starts. If there is no note, there is no meeting. Decisions go to the top, with a name and a date.\n\nNotes are open to the whole practice unless they are about a person.',
      folder: 'Practice',
      author: 'Emma Clarke',
      daysAgo: 1,
      comments: ['Shall we add who may sign off drawings? (Declan)'],
    },
    {
      id: 'harbour-house',
      title: 'Harbour House: planning conditions, decided',
      body: '! Slate stays on the north roof\n! No works before the swifts have left\n\n-> Declan: revised section by Friday\n-> Aoife: letter to the council\n\nThe officer was fine with the new opening as long as the sill keeps its height. Photographs of the old sill are in the project folder.',
      folder: 'Projects',
      author: 'Aoife Nolan',
      daysAgo: 2,
      comments: [],
    },
    {
      id: 'site-visits',
      title: 'Site visits: what to bring',
      body: 'Boots, vest, the small laser, two batteries. Write the note on site, it waits offline until you are back in range.',
      folder: 'Practice',
      author: 'Declan Byrne',
      daysAgo: 5,
      comments: [],
    },
    {
      id: 'school-extension',
      title: 'School extension: options for the hall',
      body: 'Option 1 keeps the old wall and costs a term. Option 2 is quicker and loses the mural. The head prefers 1 if the noise can be kept to afternoons.',
      folder: 'Projects',
      author: 'Emma Clarke',
      daysAgo: 8,
      comments: [],
    },
    {
      id: 'open-day',
      title: 'Open day, rough ideas',
      body: 'Models on the long table, tea in the yard, one talk and not three.',
      folder: 'Drafts',
      author: 'Emma Clarke',
      daysAgo: 13,
      comments: [],
    },
  ],
};
