import { useLocation } from 'preact-iso';
import './data.css';
import { ExportsCard } from './exports-card.tsx';
import { ImportPage } from './import-page.tsx';
import { ImportsCard } from './imports-card.tsx';

/** What came from elsewhere, what was taken out, and one import at a time. */
export function DataSection() {
  const { query } = useLocation();
  const open = query['import'];
  return (
    <div class="set-col">
      {open ? (
        <ImportPage key={open} id={open} />
      ) : (
        <>
          <ImportsCard />
          <ExportsCard />
        </>
      )}
    </div>
  );
}
