import Testing

import Negotiation
