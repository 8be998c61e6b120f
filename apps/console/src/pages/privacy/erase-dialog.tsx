import { erasure } from '@banso/contract';
import { Button, Dialog, Field, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import type { ApiError } from '../../data/api.ts';
import { forget } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { problemWords } from '../accounts/problem-words.ts';
import './privacy.css';
import { privacyTexts } from './texts.ts';

/** Says what an erasure takes and what it leaves, and carries it out once the name is typed. */
export function EraseDialog(props: {
  contactId: string;
  name: string;
  /** The wish that is carried out; undefined: the person asked elsewhere. */
  requestId: string | undefined;
  onClose: () => void;
  onErased: () => void;
}) {
  const { contactId, name, requestId, onClose, onErased } = props;
  const texts = textsOf(privacyTexts);
  const submit = useSubmit();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isTyped = sameWords(typed, name);

  const erase = () => {
    setTried(true);
    if (!isTyped) return;
    void submit.run(async () => {
      const body = requestId === undefined ? {} : { requestId };
      await api.call('POST', `/v1/contacts/${contactId}/erase`, { schema: erasure.Erasure, body });
      for (const path of ['contacts', 'accounts', 'erasures', 'responses', 'messages', 'my-day'])
        forget(`/v1/${path}`);
      toaster.show({ message: texts.done });
      onErased();
    });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={erase}
      title={texts.dialogTitle(name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="danger" type="submit" busy={submit.busy}>
            {texts.eraseNow}
          </Button>
        </>
      }
    >
      <div class="fields">
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {refusal(submit.problem)}
          </Notice>
        )}
        <Sentences title={texts.lost} sentences={texts.lostList} />
        <Sentences title={texts.stays} sentences={texts.staysList} />
        <p>{texts.keptOut}</p>
        <Field
          label={texts.confirm(name)}
          hint={texts.confirmHint}
          error={tried && !isTyped ? texts.confirmWrong(name) : undefined}
        >
          <Input value={typed} onValue={setTyped} autocomplete="off" spellcheck={false} required />
        </Field>
      </div>
    </Dialog>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section class="pv-list">
      <h3>{title}</h3>
      <ul>
        {sentences.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}

/** Names are typed by hand: capitals and blanks around do not matter. */
function sameWords(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
  return plain(typed) === plain(name);
}

function refusal(problem: ApiError): string {
  return problem.status === 409 ? textsOf(privacyTexts).changed : problemWords(problem);
}
