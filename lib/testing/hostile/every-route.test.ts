import { useTestDatabase } from '../database';
import { describeEveryOther } from './every-route';

useTestDatabase();
describeEveryOther(0);
