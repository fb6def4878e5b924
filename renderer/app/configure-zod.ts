/**
 * The strict content policy forbids the code generation zod uses by default. Imported before everything else: some
 * schemas are already used while modules load.
 */
import { z } from 'zod';

z.config({ jitless: true });
