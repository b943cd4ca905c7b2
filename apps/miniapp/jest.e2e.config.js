const swc = require('./jest.swc')

/** Journeys through the H5 build in a real browser against the real server. They wait more than they work: two at a time on two cores. */
module.exports = { ...swc, displayName: 'journeys', roots: ['<rootDir>/e2e'], testTimeout: 60000, maxWorkers: 2 }
