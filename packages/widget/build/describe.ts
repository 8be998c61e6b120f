import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDeclarations } from '@banso/build/declarations';
import { describeElements, manifestOf, typesOf } from './elements-manifest.ts';

const root = join(import.meta.dirname, '..');
const outDir = join(root, 'dist');

// What a package says about itself beside its code: the manifest of the elements, and types.
const elements = describeElements();
writeFileSync(join(outDir, 'custom-elements.json'), `${JSON.stringify(manifestOf(elements), null, 2)}\n`);
writeFileSync(join(outDir, 'elements.d.ts'), typesOf(elements));
writeDeclarations({ root, outDir, entries: { index: 'src/index.ts' }, besides: ['elements'] });
