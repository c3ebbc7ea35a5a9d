import { mintResident, type ResidentActor } from '@/lib/people/actor';

/** Whoever comes to the front door without any proof: may file, sees nothing. */
export const mintForResident = (): ResidentActor => mintResident();
