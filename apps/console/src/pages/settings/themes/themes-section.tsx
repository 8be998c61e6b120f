import { Theme } from '@banso/contract/theme';
import { accentShown } from '@banso/domain/theme';
import { AddIcon, Button, Card, Chip, Notice, Skeleton } from '@banso/ui';
import { useLocation } from 'preact-iso';
import { forget } from '../../../data/query.ts';
import { api, may } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { textsOf } from '../../../texts/use-texts.ts';
import { Swatch } from './swatch.tsx';
import { themeTexts } from './texts.ts';
import { ThemeEditor } from './theme-editor.tsx';
import './themes.css';
import { useThemes } from './use-themes.ts';

/** The widget's own accent, as it is drawn on light ground. */
const OWN_ACCENT = '#2f55a4';

/** Every theme of the workspace, and the one that is open beside the widget that wears it. */
export function ThemesSection() {
  const texts = textsOf(themeTexts);
  const { query, route } = useLocation();
  const list = useThemes();
  const submit = useSubmit();
  if (list.isPending) return <Skeleton shape="cards" count={2} />;
  if (!list.data)
    return (
      <ReadFailed of={list} title={texts.failed}>
        {texts.failedWhat}
      </ReadFailed>
    );
  const themes = list.data.data.data;
  const open = themes.find(({ id }) => id === query['theme']) ?? themes[0];
  const goTo = (id: string) => route(`/console/settings/themes?theme=${id}`);

  const make = () =>
    submit.run(async () => {
      const names = new Set(themes.map(({ name }) => name));
      let number = themes.length + 1;
      while (names.has(texts.newName(number))) number += 1;
      const { data } = await api.call('POST', '/v1/themes', {
        schema: Theme,
        body: { name: texts.newName(number), look: open?.look ?? {} },
      });
      await list.refetch();
      goTo(data.id);
      forget('/v1/audit-log');
    });

  return (
    <div class="set-col">
      <p class="muted">{texts.what}</p>
      {submit.problem && (
        <Notice tone="bad" live="assertive">
          {texts.refusals[submit.problem.code] ?? texts.notSaved}
        </Notice>
      )}
      <Card
        title={texts.list}
        actions={
          may('write') && (
            <Button small icon={AddIcon} busy={submit.busy} onClick={() => void make()}>
              {texts.make}
            </Button>
          )
        }
      >
        <ul class="thm-list">
          {themes.map((theme) => (
            <li key={theme.id}>
              <a
                href={`/console/settings/themes?theme=${theme.id}`}
                aria-current={theme.id === open?.id ? 'true' : undefined}
              >
                <Swatch colour={accentShown(theme.look.accent ?? OWN_ACCENT, 'light')?.fill ?? OWN_ACCENT} />
                <span class="med grow">{theme.name}</span>
                {theme.isDefault && <Chip>{texts.isDefault}</Chip>}
                <span class="muted xs">
                  {texts.usedBy(theme.contents.length, theme.contents.filter(({ isLive }) => isLive).length)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </Card>
      {open && <ThemeEditor key={open.id} id={open.id} onGone={() => route('/console/settings/themes')} />}
    </div>
  );
}
