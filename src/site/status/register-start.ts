/** The filters of the register come when its list stands. */
import { soon } from '../browser/soon.ts';

soon(() => import('./register.ts'));
