import { organisation } from '@banso/contract';
import { Button, Card, CheckIcon, CloseIcon, DefinitionList, Field, Icon, Notice, TextArea } from '@banso/ui';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { identityTexts } from './texts.ts';

type Check = z.infer<typeof organisation.TokenCheck>;

/** Says in words what a token lets in, or what is wrong with it. The token is sent for the check and kept nowhere. */
export function TokenChecker() {
  const texts = textsOf(identityTexts);
  const [token, setToken] = useState('');
  const [check, setCheck] = useState<Check>();
  const submit = useSubmit();

  const run = () => {
    const wanted = token.trim();
    if (wanted === '') return;
    void submit.run(async () => {
      // longer ones are not even read by the server
      if (wanted.length > 4_096)
        setCheck({ verdict: 'too_long', subject: null, account: null, expiresAt: null, keyName: null });
      else
        setCheck(
          (
            await api.call('POST', '/v1/identity/check', {
              schema: organisation.TokenCheck,
              body: { token: wanted },
            })
          ).data,
        );
    });
  };

  return (
    <Card title={texts.check} meta={texts.checkMeta}>
      <form
        class="checker"
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <div class="fields">
          <Field label={texts.token} hint={texts.tokenHint}>
            <TextArea
              mono
              class="token"
              rows={6}
              value={token}
              onValue={(value) => {
                setToken(value);
                setCheck(undefined);
              }}
              onCommit={run}
              spellcheck={false}
              autocomplete="off"
            />
          </Field>
          <div>
            <Button type="submit" busy={submit.busy}>
              {texts.checkButton}
            </Button>
          </div>
        </div>
        <div class="stack" role="status" aria-label={texts.result}>
          {submit.problem || submit.errorAt('token') ? (
            <Notice tone="bad">{texts.checkFailed}</Notice>
          ) : check ? (
            <Verdict check={check} />
          ) : (
            <p class="muted">{texts.before}</p>
          )}
        </div>
      </form>
    </Card>
  );
}

function Verdict({ check }: { check: Check }) {
  const texts = textsOf(identityTexts);
  const { title, what } = texts.verdicts[check.verdict];
  const good = check.verdict === 'valid';
  return (
    <>
      <div class={good ? 'verdict good' : 'verdict bad'}>
        <span class="verdict-i">
          <Icon of={good ? CheckIcon : CloseIcon} size="s" />
        </span>
        <div>
          <p class="strong">{title}</p>
          <p class="ink2">{what}</p>
        </div>
      </div>
      <DefinitionList
        items={[
          ...(check.subject === null
            ? []
            : [{ term: texts.subject, detail: <span class="mono">{check.subject}</span> }]),
          ...(good
            ? [
                {
                  term: texts.account,
                  detail:
                    check.account === null ? texts.noAccount : <span class="mono">{check.account}</span>,
                },
                {
                  term: texts.expires,
                  detail: check.expiresAt === null ? texts.never : formatTime(check.expiresAt),
                },
              ]
            : []),
          ...(check.keyName === null ? [] : [{ term: texts.key, detail: check.keyName }]),
        ]}
      />
    </>
  );
}
