import { expose } from 'comlink';
import { ReplayService } from './replay-service.ts';

expose(new ReplayService());
