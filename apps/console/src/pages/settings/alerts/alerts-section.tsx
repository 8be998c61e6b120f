import { common, content } from '@banso/contract';
import { AlertRule } from '@banso/contract/alert';
import { Webhook } from '@banso/contract/webhook';
import { AddIcon, BellIcon, Button, Card, Chip, Dialog, EmptyState, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import * as z from 'zod';
import { forget, useRead } from '../../../data/query.ts';
import { may } from '../../../data/session.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import { useMembers } from '../../accounts/members.ts';
import { useSegmentNames } from '../../contents/audience/use-segment-names.ts';
import { useTopicNames } from '../../topics/topic-names.ts';
import { NeedsAdmin } from '../needs-admin.tsx';
import { useActs } from '../use-acts.ts';
import { EditRule, NewRule } from './rule-dialog.tsx';
import { aboutWords, receiverWords, toldWords } from './rule-words.ts';
import type { NameOf } from './rule-words.ts';
import { alertTexts } from './texts.ts';

const PATH = '/v1/alert-rules';

/** What the team wants to be told at once. */
export function AlertsSection() {
  return may('administer') ? <Rules /> : <NeedsAdmin of="alerts" />;
}

function Rules() {
  const texts = textsOf(alertTexts);
  const read = useRead(PATH, z.object({ data: z.array(AlertRule) }));
  const [editing, setEditing] = useState<string>();
  const [removing, setRemoving] = useState<AlertRule>();
  const acts = useActs(PATH, AlertRule, texts);
  const nameOf = useNames();
  const all = read.data?.data.data;
  const dialog = {
    onClose: () => setEditing(undefined),
    onSaved: () => {
      setEditing(undefined);
      forget(PATH);
    },
  };

  return (
    <div class="set-col">
      {all?.length !== 0 && <p class="muted">{texts.what}</p>}
      {read.isPending && <Skeleton shape="cards" count={2} />}
      {!read.isPending && !all && (
        <ReadFailed of={read} title={texts.failed}>
          {texts.failedWhat}
        </ReadFailed>
      )}
      {all && (
        <Card
          title={texts.title}
          actions={
            <Button small variant="primary" icon={AddIcon} onClick={() => setEditing('new')}>
              {texts.create}
            </Button>
          }
        >
          {all.length === 0 && (
            <EmptyState icon={BellIcon} title={texts.none}>
              {texts.what}
            </EmptyState>
          )}
          <ul class="stack roomy" aria-label={texts.title}>
            {all.map((rule) => (
              <li key={rule.id} class="stack">
                <div class="row wrap">
                  <span class="med">{rule.name}</span>
                  <Chip>{rule.status === 'active' ? texts.active : texts.paused}</Chip>
                </div>
                <p class="xs">{aboutWords(rule, nameOf)}</p>
                <p class="muted xs">→ {receiverWords(rule, nameOf)}</p>
                <p class="muted xs">{toldWords(rule)}</p>
                <div class="row wrap">
                  <Button
                    small
                    aria-label={texts.of(texts.edit, rule.name)}
                    onClick={() => setEditing(rule.id)}
                  >
                    {texts.edit}
                  </Button>
                  <Button small aria-label={texts.of(texts.test, rule.name)} onClick={() => acts.test(rule)}>
                    {texts.test}
                  </Button>
                  <Button
                    small
                    aria-label={texts.of(rule.status === 'active' ? texts.pause : texts.resume, rule.name)}
                    onClick={() => acts.toggle(rule)}
                  >
                    {rule.status === 'active' ? texts.pause : texts.resume}
                  </Button>
                  <Button
                    small
                    variant="ghost"
                    aria-label={texts.of(texts.remove, rule.name)}
                    onClick={() => setRemoving(rule)}
                  >
                    {texts.remove}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {editing === 'new' && <NewRule {...dialog} />}
      {editing !== undefined && editing !== 'new' && <EditRule {...dialog} id={editing} />}
      {removing && (
        <Dialog
          open
          onClose={() => setRemoving(undefined)}
          title={texts.removeTitle(removing.name)}
          actions={
            <>
              <Button onClick={() => setRemoving(undefined)}>{texts.cancel}</Button>
              <Button
                variant="danger"
                onClick={() => {
                  setRemoving(undefined);
                  acts.remove(removing);
                }}
              >
                {texts.remove}
              </Button>
            </>
          }
        >
          <p>{texts.removeWhat}</p>
        </Dialog>
      )}
    </div>
  );
}

/** The names of everything that rules speak of. */
function useNames(): NameOf {
  const surveys = useRead('/v1/surveys', common.page(content.survey.Summary), { limit: 200 });
  const webhooks = useRead('/v1/webhooks', z.object({ data: z.array(Webhook) }));
  const named = {
    survey: surveys.data?.data.data ?? [],
    topic: useTopicNames(),
    segment: useSegmentNames(),
    webhook: webhooks.data?.data.data ?? [],
    member: useMembers(),
  };
  return (kind, id) => named[kind].find((each) => each.id === id)?.name;
}
