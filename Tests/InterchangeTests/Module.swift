import Testing

import Interchange
