import { LinkReport } from '@banso/contract/links';
import { Button, Skeleton, Status } from '@banso/ui';
import { useEffect, useMemo } from 'preact/hooks';
import { textsOf } from '../../../texts/use-texts.ts';
import { recordPath } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { useAnswer } from '../frame/use-answer.ts';
import { placeWords } from '../texts/place-words.ts';
import { linkHints } from './link-hints.ts';
import { linkTexts } from './texts.ts';

/** Props of {@link LinkFindings}. */
export interface LinkFindingsProps {
  /** Somebody goes to a field. */
  onLeave: () => void;
  /** Says nothing where there is nothing to say: no link, or an installation that looks at nothing outside. */
  quiet?: boolean | undefined;
}

/** What is behind the links of the draft. Nothing here keeps anybody from publishing. */
export function LinkFindings({ onLeave, quiet }: LinkFindingsProps) {
  const texts = textsOf(linkTexts);
  const { model } = useEditor();
  const { id, updatedAt } = model.record.value;
  const body = useMemo(() => ({}), [updatedAt]);
  const { data, status, retry } = useAnswer(`${recordPath(model.kind, id)}/link-checks`, LinkReport, body);
  useEffect(() => {
    if (data) linkHints.value = hintsOf(data);
  }, [data]);
  if (quiet && data && (data.state === 'off' || data.checked + data.unchecked === 0)) return null;
  return (
    <section aria-label={texts.title} aria-busy={status === 'asking'}>
      <h3>{texts.title}</h3>
      {data ? (
        <Told report={data} onLeave={onLeave} />
      ) : status === 'failed' ? (
        <p class="row wrap muted">
          {texts.failed}
          <Button small onClick={retry}>
            {texts.again}
          </Button>
        </p>
      ) : (
        <>
          <span class="vh">{texts.looking}</span>
          <Skeleton shape="text" count={1} />
        </>
      )}
    </section>
  );
}

const hintsOf = ({ findings }: LinkReport) =>
  Object.fromEntries(
    findings.map(({ path, href, code }) => [
      `${path} ${href}`,
      <Status key={code} tone="warn" small label={textsOf(linkTexts).code[code]} />,
    ]),
  );

function Told({ report, onLeave }: { report: LinkReport; onLeave: () => void }) {
  const texts = textsOf(linkTexts);
  const { model, goToField } = useEditor();
  const { state, checked, unchecked, findings } = report;
  if (state === 'off') return <p class="muted">{texts.off}</p>;
  if (checked + unchecked === 0) return <p class="muted">{texts.none}</p>;
  const fine = checked - new Set(findings.map(({ path, href }) => `${path} ${href}`)).size;
  return (
    <>
      {findings.length > 0 && (
        <ul class="warns">
          {findings.map(({ path, href, code }) => (
            <li key={`${path} ${href}`}>
              <Status tone="warn" label={texts.code[code]} small />{' '}
              <button
                type="button"
                class="link"
                onClick={() => {
                  onLeave();
                  goToField(path);
                }}
              >
                {placeWords(model.kind, path)}
              </button>{' '}
              <span class="muted link-at">{href}</span>
            </li>
          ))}
        </ul>
      )}
      {fine > 0 && <p class="muted">{texts.fine(fine)}</p>}
      {unchecked > 0 && <p class="muted">{texts.unchecked(unchecked)}</p>}
    </>
  );
}
