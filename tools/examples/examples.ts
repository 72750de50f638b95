import { DATA_EXFILTRATION } from './data-exfiltration.ts';
import { MISCONFIGURATION_BREACH } from './misconfiguration-breach.ts';
import { PHISHING_TRAINING } from './phishing-training.ts';
import type { WorkedExample } from './worked-example.ts';

export const EXAMPLES: readonly WorkedExample[] = [MISCONFIGURATION_BREACH, PHISHING_TRAINING, DATA_EXFILTRATION];
