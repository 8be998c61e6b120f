import { Topic } from '@banso/contract/topic';
import { Button, Dialog, Field, Notice, Select } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, queries } from '../../data/query.ts';
import { api } from '../../data/session.ts';
import { type Submit, useSubmit } from '../../data/submit.ts';
import { toaster } from '../../shell/toaster.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { topicTexts } from './texts.ts';
import { fill, useTopics } from './use-topics.ts';

interface Ending {
  topic: Topic;
  etag: string | undefined;
  onClose: () => void;
}

/** What was read of a topic that is gone is not read again. */
function forgetTopic(id: string): void {
  queries.removeQueries({
    predicate: ({ queryKey: [, path] }) => typeof path === 'string' && path.startsWith(`/v1/topics/${id}`),
  });
  forget('/v1/topics');
  forget('/v1/responses');
}

/** Asks into which topic another one goes. */
export function MergeTopic({ topic, etag, onClose }: Ending) {
  const texts = textsOf(topicTexts);
  const { route } = useLocation();
  const submit = useSubmit();
  const others = useTopics().filter(({ id, status }) => id !== topic.id && status === 'active');
  const [chosen, setChosen] = useState<string>();
  const into = chosen ?? others[0]?.id;
  const merge = async () => {
    if (into === undefined) return;
    const done = await submit.run(async () => {
      await api.call('POST', `/v1/topics/${topic.id}/merge`, { schema: Topic, body: { into }, etag });
    });
    if (!done) return;
    toaster.show({ message: texts.mergedDone });
    route(`/console/topics/${into}`, true);
    forgetTopic(topic.id);
    void fill(into).catch(() => undefined); // the service goes on by itself
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.mergeTitle(topic.name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            variant="danger"
            busy={submit.busy}
            disabledReason={into === undefined ? texts.noOther : undefined}
            onClick={() => void merge()}
          >
            {texts.mergeIt}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{texts.mergeWhat}</p>
        {into === undefined ? (
          <p class="muted">{texts.noOther}</p>
        ) : (
          <Field label={texts.into}>
            <Select
              value={into}
              onValue={setChosen}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        )}
        <Refused submit={submit} />
      </div>
    </Dialog>
  );
}

/** Asks before a topic is deleted. */
export function DeleteTopic({ topic, etag, onClose }: Ending) {
  const texts = textsOf(topicTexts);
  const { route } = useLocation();
  const submit = useSubmit();
  const remove = async () => {
    const done = await submit.run(async () => {
      await api.call('DELETE', `/v1/topics/${topic.id}`, { schema: z.undefined(), etag });
    });
    if (!done) return;
    toaster.show({ message: texts.removedDone });
    route('/console/topics', true);
    forgetTopic(topic.id);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.removeTitle(topic.name)}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="danger" busy={submit.busy} onClick={() => void remove()}>
            {texts.removeIt}
          </Button>
        </>
      }
    >
      <div class="stack">
        <p>{texts.removeWhat}</p>
        <Refused submit={submit} />
      </div>
    </Dialog>
  );
}

function Refused({ submit }: { submit: Submit }) {
  const texts = textsOf(topicTexts);
  const { problem, refused } = submit;
  if (!problem && refused.length === 0) return null;
  return (
    <Notice tone="bad" live="assertive">
      {problem?.status === 412 ? texts.conflict : texts.refused}
    </Notice>
  );
}
