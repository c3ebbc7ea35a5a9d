import { personWorld } from '../support/recusal/matrix';
import { prove } from '../support/recusal/prove';

/** Every role of people complained of, and of those who stand in for them, × every way of seeing. */
await prove(personWorld(), 'a complaint that names people');
