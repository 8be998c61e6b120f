import { Button, DownIcon, EditIcon, Field, Icon, Menu, Notice } from '@banso/ui';
import type { MenuSection } from '@banso/ui';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { textsOf } from '../../texts/use-texts.ts';
import { problemWords } from './problem-words.ts';
import { recordTexts } from './record-texts.ts';
import type { Fact } from './use-fact.ts';

/** A value that only shows. */
export function PlainFact({
  label,
  sub,
  children,
}: {
  label: string;
  sub?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>
        <span class="fact-v">{children}</span>
        {sub !== undefined && <span class="sub">{sub}</span>}
      </dd>
    </div>
  );
}

/** A value that is chosen from a few; the choice is saved at once. */
export function ChoiceFact<V extends string | null>(props: {
  fact: Fact<V>;
  choices: readonly { value: V; label: string }[];
  canEdit: boolean;
  sub?: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  const { fact, choices, canEdit, sub, children } = props;
  const texts = textsOf(recordTexts);
  if (!canEdit)
    return (
      <PlainFact label={fact.label} sub={sub}>
        {children}
      </PlainFact>
    );
  const { state } = fact;
  const sections: MenuSection[] = [
    {
      id: 'choices',
      items: choices.map(({ value, label }) => ({
        id: value ?? 'none',
        label,
        checked: value === fact.value,
        onSelect: () => fact.choose(value),
      })),
    },
  ];
  return (
    <div class="fact">
      <dt>{fact.label}</dt>
      <dd>
        <Menu
          label={fact.label}
          sections={sections}
          trigger={(trigger) => (
            <button
              type="button"
              {...trigger}
              class="fact-v fact-b"
              aria-busy={state.status === 'saving' ? 'true' : undefined}
            >
              <span class="vh">{texts.ofFact(fact.label)}</span>
              {children}
              <span class="vh">{texts.change}</span>
              <Icon of={DownIcon} size="s" />
            </button>
          )}
        />
        {sub !== undefined && <span class="sub">{sub}</span>}
        {state.status === 'editing' && state.problem && (
          <span class="hint err" role="alert">
            {problemWords(state.problem)}
          </span>
        )}
      </dd>
    </div>
  );
}

/** A value that is typed; Enter saves, Esc puts the draft away. */
export function TypedFact<V>(props: {
  fact: Fact<V>;
  canEdit: boolean;
  sub?: ComponentChildren;
  /** The control for the draft; the first one takes the focus. */
  editor: (draft: V, setDraft: (draft: V) => void) => ComponentChildren;
  /** Why the draft cannot be saved as it is; undefined when it can. */
  errorOf?: (draft: V) => string | undefined;
  /** What the form says under the control. */
  hintOf?: (draft: V) => ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  const { fact, canEdit, sub, editor, errorOf, hintOf, children } = props;
  const texts = textsOf(recordTexts);
  const { state, edit } = fact;
  const form = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const open = state.status === 'editing' || (state.status === 'saving' && wasOpen.current);

  useEffect(() => {
    if (open === wasOpen.current) return;
    wasOpen.current = open;
    if (open) form.current?.querySelector<HTMLElement>('input, select')?.focus();
    else opener.current?.focus();
  }, [open]);

  if (!canEdit)
    return (
      <PlainFact label={fact.label} sub={sub}>
        {children}
      </PlainFact>
    );
  if (!open) {
    return (
      <div class="fact">
        <dt>{fact.label}</dt>
        <dd>
          <button type="button" class="fact-v fact-b" ref={opener} onClick={edit.begin}>
            <span class="vh">{texts.ofFact(fact.label)}</span>
            {children}
            <span class="vh">{texts.change}</span>
            <Icon of={EditIcon} size="s" />
          </button>
          {sub !== undefined && <span class="sub">{sub}</span>}
        </dd>
      </div>
    );
  }
  const error = errorOf?.(state.draft);
  const problem = state.status === 'editing' && state.problem ? problemWords(state.problem) : undefined;
  return (
    <div class="fact fact-open">
      <dt aria-hidden="true">{fact.label}</dt>
      <dd>
        <form
          ref={form}
          aria-label={fact.label}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (error === undefined) fact.save();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return;
            event.stopPropagation();
            edit.cancel();
          }}
        >
          <Field label={fact.label} hideLabel error={error ?? problem} hint={hintOf?.(state.draft)}>
            {editor(state.draft, edit.setDraft)}
          </Field>
          <span class="row fact-a">
            <Button small variant="primary" type="submit" busy={state.status === 'saving'}>
              {texts.save}
            </Button>
            <Button small variant="ghost" onClick={edit.cancel}>
              {texts.cancel}
            </Button>
          </span>
        </form>
      </dd>
    </div>
  );
}

/** Somebody else changed the same value meanwhile: both are shown, nothing is lost. */
export function FactConflict<V>({ fact }: { fact: Fact<V> }): JSX.Element | null {
  const texts = textsOf(recordTexts);
  const { state } = fact;
  if (state.status !== 'conflict') return null;
  return (
    <div class="fact-conflict">
      <Notice tone="warn" live="assertive" title={texts.conflict(fact.label, fact.words(state.theirs))}>
        {texts.conflictKept(fact.words(state.draft))}{' '}
        <span class="row wrap fact-a">
          <Button small variant="primary" onClick={fact.keepMine}>
            {texts.keepMine(fact.words(state.draft))}
          </Button>
          <Button small onClick={fact.edit.takeTheirs}>
            {texts.takeTheirs(fact.words(state.theirs))}
          </Button>
        </span>
      </Notice>
    </div>
  );
}
