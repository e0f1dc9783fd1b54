import Testing

import Bargaining
