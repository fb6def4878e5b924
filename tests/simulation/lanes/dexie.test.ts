import { testSeeds } from '../test-seeds';

testSeeds({ database: 'pglite', storage: 'dexie' }, 1, 6);
