import type { SubjectKind } from '@banso/contract/subject';
import { Card } from '@banso/ui';
import { NotesSlot } from './notes-slot.tsx';
import { notesTitle } from './notes-title.ts';

/** Internal notes on the page of a record. */
export function NotesCard({ kind, id }: { kind: SubjectKind; id: string }) {
  return (
    <Card title={notesTitle()}>
      <NotesSlot key={id} kind={kind} id={id} />
    </Card>
  );
}
