import { settings } from '@/lib/env';
import { firstAdministratorLink } from '@/lib/people/first-administrator';
import { seedDemo } from '@/prisma/seed/demo';
import { installReferenceData } from '@/prisma/seed/reference';

await installReferenceData();
if (process.argv.includes('--reference-only')) process.exit();
if (settings().demo) await seedDemo();
const link = await firstAdministratorLink(settings().publicUrl);
if (link) process.send?.(link, () => process.exit());
else process.exit();
