import { db } from '@/lib/db/client';
import { settings } from '@/lib/env';
import { firstAdministratorLink } from '@/lib/people/first-administrator';
import { seedDemo } from '@/prisma/seed/demo';
import { installReferenceData } from '@/prisma/seed/reference';

await installReferenceData();
if (process.argv.includes('--reference-only')) process.exit();
const { demo } = await db().installation.findUniqueOrThrow({ where: { id: 1 } });
if (demo && !settings().demo) {
  process.stderr.write(
    'This data is the demo, whose password everybody knows. For a county of your own set HUIYIN_DATA to ' +
      'an empty folder (or DATABASE_URL to an empty database); to see the demo, set HUIYIN_DEMO=1.\n',
  );
  process.exit(1);
}
if (settings().demo) await seedDemo();
const link = await firstAdministratorLink(settings().publicUrl);
if (link) process.send?.(link, () => process.exit());
else process.exit();
