import Testing

import Assessment
