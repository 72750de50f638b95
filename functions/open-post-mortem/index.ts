import { lambda } from '../../runtime/lambda.ts';
import { sourceWork } from '../../runtime/source-work.ts';
import { openPostMortemHandler } from './handler.ts';

export const handler = lambda(openPostMortemHandler(sourceWork('open-post-mortem')));
