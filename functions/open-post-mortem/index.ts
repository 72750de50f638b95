import { lambda } from '../../runtime/lambda.ts';
import { sourceWork } from '../../runtime/source-work.ts';
import { openPostMortem } from './handler.ts';

export const handler = lambda(openPostMortem(sourceWork('open-post-mortem')));
