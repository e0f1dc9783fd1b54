import Testing

import Briefing
