import { CoveragePage } from './coverage-page.tsx';
import { OnboardingPage } from './onboarding-page.tsx';
import { PerformancePage } from './performance-page.tsx';

const PAGES = { onboarding: OnboardingPage, coverage: CoveragePage, content: PerformancePage };

/** One of the reports on journeys; they share most of their code, and come in one file. */
export function JourneyReport({ of }: { of: keyof typeof PAGES }) {
  const Page = PAGES[of];
  return <Page />;
}
