// PostHog's surveys as its documentation says for a small bundle: the slim module, its surveys, and nothing else of it.
import 'posthog-js/dist/surveys';
import { SurveysExtensions } from 'posthog-js/dist/extension-bundles';
import posthog from 'posthog-js/dist/module.slim.no-external';

posthog.init('phc_bench', {
  api_host: `${location.origin}/v1/posthog`,
  persistence: 'memory',
  __extensionClasses: SurveysExtensions,
});
