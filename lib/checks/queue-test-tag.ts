/** Marks the message of a queue test, so that it is found again; that it is for sandboxes only is said by `test`. */
export const QUEUE_TEST_TAG = 'queue-test';
