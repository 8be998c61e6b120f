import { KEY_SCOPES, organisation } from '@banso/contract';
import type { KeyScope } from '@banso/contract';
import { Button, Checkbox, Dialog, Field, FieldGroup, Input, Notice, TextArea } from '@banso/ui';
import { useId, useState } from 'preact/hooks';
import type { ApiError } from '../../../data/api.ts';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { KeyCreated } from './keys-section.tsx';
import { keyTexts } from './texts.ts';

const KINDS = ['publishable', 'secret', 'identity'] as const;
type Kind = (typeof KINDS)[number];
type Algorithm = 'HS256' | 'EdDSA';

/** Chooses what a key is for and what it may do. */
export function NewKeyDialog({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (key: KeyCreated) => void;
}) {
  const texts = textsOf(keyTexts);
  const submit = useSubmit();
  const [tried, setTried] = useState(false);
  const [kind, setKind] = useState<Kind>('secret');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['read']);
  const [algorithm, setAlgorithm] = useState<Algorithm>('HS256');
  const [publicKey, setPublicKey] = useState('');
  const noName = name.trim() === '';
  const noScope = kind === 'secret' && scopes.length === 0;
  const uploads = kind === 'identity' && algorithm === 'EdDSA';
  const keyError = uploads
    ? publicKeyError(publicKey, tried, submit.errorAt('publicKey') !== undefined)
    : undefined;

  const body = () => {
    const common = { kind, name: name.trim() };
    if (kind === 'secret') return { ...common, scopes };
    if (kind === 'publishable') return common;
    return algorithm === 'HS256'
      ? { ...common, algorithm }
      : { ...common, algorithm, publicKey: publicKey.trim() };
  };
  const create = () => {
    setTried(true);
    if (noName || noScope || (uploads && publicKeyError(publicKey, true, false) !== undefined)) return;
    void submit.run(async () => {
      onMade((await api.call('POST', '/v1/keys', { schema: organisation.KeyCreated, body: body() })).data);
    });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={create}
      title={texts.create}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.add}
          </Button>
        </>
      }
    >
      <div class="fields">
        {submit.problem && (
          <Notice tone="bad" live="assertive">
            {isConflict(submit.problem) ? texts.twoAlready : texts.failedCreate}
          </Notice>
        )}
        <FieldGroup legend={texts.kind}>
          <Choices
            label={texts.kind}
            value={kind}
            onValue={setKind}
            choices={KINDS.map((value) => ({ value, title: texts.kinds[value], what: texts.what[value] }))}
          />
        </FieldGroup>
        <Field
          label={texts.name}
          hint={texts.nameHint}
          error={tried && noName ? texts.nameMissing : undefined}
        >
          <Input value={name} onValue={setName} maxLength={200} required />
        </Field>
        {kind === 'secret' && (
          <FieldGroup legend={texts.rights} error={tried && noScope ? texts.scopeMissing : undefined}>
            {KEY_SCOPES.map((scope) => (
              <Checkbox
                key={scope}
                label={
                  <>
                    {texts.scopes[scope]} <span class="muted">{texts.scopesWhat[scope]}</span>
                  </>
                }
                checked={scopes.includes(scope)}
                onChange={(on) =>
                  setScopes(KEY_SCOPES.filter((each) => (each === scope ? on : scopes.includes(each))))
                }
              />
            ))}
          </FieldGroup>
        )}
        {kind === 'identity' && (
          <FieldGroup legend={texts.algorithm}>
            <Choices
              label={texts.algorithm}
              value={algorithm}
              onValue={setAlgorithm}
              choices={[
                { value: 'HS256', title: texts.hs256, what: texts.hs256What },
                { value: 'EdDSA', title: texts.eddsa, what: texts.eddsaWhat },
              ]}
            />
          </FieldGroup>
        )}
        {uploads && (
          <Field label={texts.publicKey} hint={texts.publicKeyHint} error={keyError}>
            <TextArea
              mono
              rows={4}
              value={publicKey}
              onValue={setPublicKey}
              spellcheck={false}
              maxLength={2_000}
            />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

const isConflict = (problem: ApiError) => problem.status === 409;

/** What is wrong with the text as a public key, before the server looks at it. */
function publicKeyError(text: string, tried: boolean, refused: boolean): string | undefined {
  const texts = textsOf(keyTexts);
  if (/PRIVATE KEY|"d"\s*:/.test(text)) return texts.privateKey;
  return refused || (tried && text.trim().length < 40) ? texts.publicKeyWrong : undefined;
}

/** A few choices, each with what it means. */
function Choices<V extends string>(props: {
  label: string;
  choices: readonly { value: V; title: string; what: string }[];
  value: V;
  onValue: (value: V) => void;
}) {
  const { label, choices, value, onValue } = props;
  const name = useId();
  return (
    <div class="set-choices" role="radiogroup" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} class={choice.value === value ? 'on' : undefined}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
            aria-labelledby={`${name}-${choice.value}-name`}
            aria-describedby={`${name}-${choice.value}-what`}
          />
          <span class="grow">
            <span class="med" id={`${name}-${choice.value}-name`}>
              {choice.title}
            </span>
            <span class="muted" id={`${name}-${choice.value}-what`}>
              {choice.what}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
