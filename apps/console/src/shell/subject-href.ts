const PLACES: Readonly<Record<string, string>> = {
  response: '/console/feedback?answer=',
  thread: '/console/messages?notes=1&contact=',
  contact: '/console/contacts/',
  case: '/console/cases?case=',
};

/** The page on which notes and tasks about something stand. A further subject is a line here. */
export const subjectHref = (kind: string, id: string): string =>
  `${PLACES[kind] ?? '/console/accounts/'}${id}`;
