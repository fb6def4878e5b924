import { testSeeds } from '../test-seeds';

testSeeds({ database: 'pglite', storage: 'memory' }, 101, 100);
